import { fail } from './cells.ts'
import type { Place } from './repair.ts'

/** A place with the key of its row; `double` = another place has its name. */
export interface Keyed extends Place {
  key: string
  double: boolean
}

/** How a province is written behind the name of a place that occurs twice: "hengelo (gld)". */
const SUFFIXES: Record<string, string[]> = {
  DR: ['dr'],
  FL: ['fl'],
  FR: ['fr', 'frl'],
  GE: ['ge', 'gld'],
  GR: ['gr', 'gn'],
  LI: ['li', 'lb', 'l'],
  NB: ['nb', 'n-b'],
  NH: ['nh', 'n-h'],
  OV: ['ov', 'o'],
  UT: ['ut', 'utr'],
  ZE: ['ze', 'zld'],
  ZH: ['zh', 'z-h']
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

/** The key of a name that occurs once. */
export function slug(name: string): string {
  return fold(name)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Other ways to write a name that follow from a rule. */
function variants(name: string): string[] {
  const lower = name.toLowerCase()
  const found = new Set<string>([fold(lower)])
  if (/^'[st][- ]/.test(lower)) {
    const rest = lower.slice(3)
    const letter = lower.charAt(1)
    for (const start of [`'${letter}-`, `'${letter} `, `${letter}-`, `${letter} `]) found.add(fold(start + rest))
  }
  const river = /^(.+) aan den? (.+)$/.exec(lower)
  if (river) for (const middle of ['a/d', 'a d', 'ad', 'a.d.', 'aan de', 'aan den']) found.add(`${river[1]} ${middle} ${river[2]}`)
  const saint = /^sint[- ](.+)$/.exec(lower)
  if (saint) for (const start of ['sint ', 'sint-', 'st. ', 'st ', 'st.', 'st-']) found.add(fold(start + saint[1]))
  if (lower.includes('-')) found.add(fold(lower.replace(/[- ]+/g, ' ')))
  found.delete(lower)
  return [...found]
}

/** Every other name of each place, by key. A name written in the overrides must be free; a name that follows from a rule gives way. */
export function aliasesOf(keyed: readonly Keyed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owner = new Map<string, string>()
  for (const place of keyed) owner.set(place.name.toLowerCase(), place.double ? '' : place.key)
  const final = new Map<string, Set<string>>()
  for (const place of keyed) {
    const own = new Set<string>()
    for (const alias of place.aliases) {
      if (alias !== alias.toLowerCase() || alias !== alias.normalize('NFC').trim()) fail(`alias "${alias}" of ${place.key}`)
      const taken = owner.get(alias)
      if (taken !== undefined && taken !== place.key) fail(`alias "${alias}" of ${place.key} is taken by ${taken === '' ? 'places of that name' : taken}`)
      owner.set(alias, place.key)
      own.add(alias)
    }
    final.set(place.key, own)
  }
  const derived = keyed.map(place => {
    const forms = [place.name.toLowerCase(), ...place.aliases].flatMap(form => variants(form))
    if (place.double) {
      for (const form of [place.name.toLowerCase(), ...variants(place.name)]) {
        for (const suffix of SUFFIXES[place.province] ?? []) forms.push(`${form} (${suffix})`, `${form} ${suffix}`)
      }
    }
    return { key: place.key, forms: new Set(forms) }
  })
  const claims = new Map<string, number>()
  for (const { forms } of derived) for (const form of forms) claims.set(form, (claims.get(form) ?? 0) + 1)
  for (const { key, forms } of derived) {
    for (const form of forms) if (!owner.has(form) && claims.get(form) === 1) final.get(key)?.add(form)
  }
  return final
}
