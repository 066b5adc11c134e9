/** Verbs whose forms of the present do not follow from the infinitive. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  douchen: ['douche', 'doucht', 'douchen'],
  innen: ['int', 'innen'],
  komen: ['kom', 'komt', 'komen'],
  zijn: ['ben', 'bent', 'is', 'zijn'],
  hebben: ['heb', 'hebt', 'heeft', 'hebben'],
  houden: ['hou', 'houd', 'houdt', 'houden'],
  rijden: ['rij', 'rijd', 'rijdt', 'rijden'],
  serveren: ['serveer', 'serveert', 'serveren'],
  snijden: ['snij', 'snijd', 'snijdt', 'snijden'],
  vinden: ['vind', 'vindt', 'vinden']
}
const VOWELS = 'aeiou'
const VOICED: Readonly<Record<string, string>> = { v: 'f', z: 's' }

/** A stem that is written otherwise at the end of a word: "verv" is "verf", "verhuiz" is "verhuis". */
const closed = (stem: string): string => stem.slice(0, -1) + (VOICED[stem.at(-1) ?? ''] ?? stem.at(-1) ?? '')

/** The stems an infinitive may have; two where the spelling does not tell ("leveren" lever, "controleren" controleer). */
function stems(infinitive: string): readonly string[] {
  const base = infinitive.slice(0, -2)
  const [last, vowel, before] = [base.at(-1) ?? '', base.at(-2) ?? '', base.at(-3) ?? '']
  if (last === vowel) return [base.slice(0, -1)]
  // "kopi-eren": kopieer.
  if (base.endsWith('ier')) return [base, `${base.slice(0, -1)}er`]
  // An open syllable doubles its vowel: "hal-en" is "haal", not after another vowel ("draai-en") and never an i ("reinig-en").
  const open = 'aeou'.includes(vowel) && !VOWELS.includes(last) && last !== 'w' && !VOWELS.includes(before)
  if (!open) return [closed(base)]
  const long = closed(base.slice(0, -1) + vowel + last)
  return vowel === 'e' && 'lmnr'.includes(last) ? [long, base] : [long]
}

/**
 * The forms of the present of a Dutch verb as adverts use them: "haal", "haalt", "halen". By the rules of spelling from the
 * infinitive; where these leave two readings both are given, one of them no word. Lower case, without accents.
 */
export function verbForms(infinitive: string): readonly string[] {
  const known = IRREGULAR[infinitive] ?? kept.get(infinitive)
  if (known !== undefined) return known
  const forms = regularForms(infinitive)
  kept.set(infinitive, forms)
  return forms
}

/** The phrase tables name some hundred verbs, each many times. */
const kept = new Map<string, readonly string[]>()

function regularForms(infinitive: string): readonly string[] {
  // gaan, verstaan, slaan, doen, zien.
  const short = /^(.*(?:ga|sta|sla))an$|^(.*(?:doe|zie))n$/.exec(infinitive)
  if (short !== null) {
    const stem = short[1] ?? short[2] ?? ''
    return [stem, short[1] === undefined ? `${stem}t` : `${stem}at`, infinitive]
  }
  const all = stems(infinitive).flatMap(stem => [stem, stem.endsWith('t') ? stem : `${stem}t`])
  return [...new Set([...all, infinitive])]
}
