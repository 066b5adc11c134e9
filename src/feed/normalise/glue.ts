/**
 * Sources that lose their line breaks glue sentences together: "naast de chauffeur.Je duwt de containers", "in dagdienstGoede
 * beheersing". A blank or a line break is put back, so that each is read by itself.
 */

/** Addresses of pages stay whole. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g
/** A mark between a word and a new sentence. */
const MARK = /(?<=\p{Ll}{2}|\d|[)%])([.!?:])(?=\p{Lu}\p{Ll}+[ ,])/gu
/** Words that open a sentence or a list item of an advert, and hardly ever end a name ("YoungCapital", "JavaScript"). */
const OPENERS = [
  'Je', 'Jij', 'Jouw', 'U', 'Wij', 'We', 'Wat', 'Het', 'De', 'Een', 'Er', 'Ervaring', 'Kennis', 'Goede', 'Goed', 'Minimaal', 'Minstens', 'Interesse',
  'Als', 'Op', 'Met', 'Voor', 'Ook', 'Uitstekende', 'Salaris', 'Werken', 'Bij', 'Een', 'Geen', 'Heb', 'Ben', 'Naast', 'Daarnaast', 'Samen', 'Onze',
  'Ons', 'Beschikbaar', 'Rijbewijs', 'Afgeronde', 'Relevante', 'Affiniteit', 'Vragen', 'Solliciteer', 'Mogelijkheid', 'Reiskostenvergoeding',
  'Pensioen', 'Vakantiedagen', 'Minimum', 'Zelfstandig', 'Verantwoordelijk', 'Functieomschrijving', 'Functie'
] // prettier-ignore
/** What every lost break has: most texts have none, and a search that begins with a look backwards stops at each letter. */
const ANY_GLUED = /[\p{Ll}\d]\p{Lu}/u
const LOST_BREAK = new RegExp(`(?<=\\p{Ll}{3}|\\d{4})(?=(?:${[...new Set(OPENERS)].join('|')})[ ,:])`, 'gu')

/** Labels of the form above an advert, longest first. */
const LABELS = [
  'Aantal uren', 'Uren per week', 'Uren', 'Salarisniveau', 'Salarisschaal', 'Maandsalaris', 'Salaris', 'Opleidingsniveau', 'Opleiding', 'Niveau', 'Contractduur',
  'Contracttype', 'Dienstverband', 'Standplaats', 'Locatie', 'Vakgebied', 'Functiegroep', 'Branche', 'Werkervaring', 'Startdatum', 'Sluitingsdatum', 'Vacaturenummer'
] // prettier-ignore
/** A label that stands against the value before it or the one behind it: "StandplaatsOirschotContractduur1 jaar". */
const LABEL = new RegExp(`(?<=^| |([\\p{Ll}\\d)]))(${LABELS.join('|')})( ?[-:] ?|)(?=[\\p{Lu}\\d€])`, 'gu')
/** The same without what is before it. */
const ANY_LABEL = new RegExp(`(?:${LABELS.join('|')})(?: ?[-:] ?|)[\\p{Lu}\\d€]`, 'u')
/** One may be a name; so many are a form that lost its cells. */
const A_FORM = 3

/** A line that is a form without its cells, label by label. */
function cells(line: string): string {
  if (!ANY_LABEL.test(line)) return line
  let glued = 0
  for (const [, before, , sign] of line.matchAll(LABEL)) if (before !== undefined || sign === '') glued++
  return glued < A_FORM
    ? line
    : line.replace(LABEL, (_all, _before, label: string, _sign, at: number) => `${at === 0 ? '' : '\n'}${label}: `).replace(/ +\n/g, '\n')
}

/** A text with its sentences apart. A text without glued sentences stays as it is; idempotent. */
export function unglued(text: string): string {
  let [out, from] = ['', 0]
  const apart = (piece: string): string => {
    const lines = piece.split('\n').map(cells).join('\n').replace(MARK, '$1 ')
    return ANY_GLUED.test(lines) ? lines.replace(LOST_BREAK, '\n') : lines
  }
  for (const address of text.matchAll(ADDRESS)) {
    out += apart(text.slice(from, address.index)) + address[0]
    from = address.index + address[0].length
  }
  return out + apart(text.slice(from))
}
