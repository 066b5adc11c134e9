import type { CapacityDocument, Editie, Limit, Printed } from '../../domain/capacity.ts'
import type { Dimensie } from '../../domain/dimensie.ts'
import type { Day } from '../../domain/moment.ts'
import { isHeading, itemOf, type Item } from './catalogue.ts'
import { describePrinted } from './describe.ts'
import { hoursOf, stricter, type HoursCapacity, type HoursRule } from './hours.ts'
import { ladderOf, type Step } from './ladders.ts'

/** Where a limit stands on the ladder of its dimension. */
export type Stand =
  | { readonly kind: 'level'; readonly niveau: number }
  /** A value between two levels: exceeded only at the next wider one, met only at the next narrower one (`fml.md` 5). */
  | { readonly kind: 'between'; readonly wider: number | undefined; readonly narrower: number | undefined }
  /** A C value, or a heading without its sub-point: it may not decide, so it never conflicts and never fits. */
  | { readonly kind: 'open'; readonly niveau: number }

/** The item of a document behind a limit, for the explanation. */
export interface LimitItem {
  readonly editie: Editie
  readonly code: string
  readonly label: string
  readonly niveau: number
  readonly document: string
  readonly printed: string | null
}

export interface Limitation {
  readonly dimensie: Dimensie
  readonly stand: Stand
  readonly items: readonly LimitItem[]
}

/** What the valid documents say together on a day. */
export interface Capacity {
  /** The newest valid documents; two of one date both count, the stricter answer wins. */
  readonly leading: readonly CapacityDocument[]
  /** Other valid documents, older or without a word of limits, kept to be shown beside the leading one. */
  readonly older: readonly CapacityDocument[]
  readonly usable: boolean
  readonly limitations: readonly Limitation[]
  readonly perDay: HoursCapacity
  readonly perWeek: HoursCapacity
  /** Texts of the doctor that nobody turned into limits yet: each forces a signaal (`fml.md` 9). */
  readonly openTexts: number
}

function between(steps: readonly Step[], { value, op }: Printed): Stand {
  // "About 5" is wider than a ladder's "at most 5", and that is wider than "less than 5".
  const same = steps.find(s => s.niveau > 0 && s.value === value && (op === 'lt') === (s.op === 'lt') && (op !== 'ca' || s.op !== 'max'))
  if (same !== undefined) return { kind: 'level', niveau: same.niveau }
  // A value that is the norm itself has no wider level: load above the norm is weighed, never an exceedance (`fml.md` 6).
  const wider = steps.filter(s => s.value !== undefined && s.op !== 'lt' && (s.value > value || (s.value === value && op === 'lt'))).at(-1)?.niveau
  const narrower = steps.find(s => s.niveau > 0 && s.value !== undefined && (s.value < value || (s.value === value && op !== 'lt')))?.niveau
  return { kind: 'between', wider, narrower }
}

/** Levels of another edition that stand on the same ladder by value or by words; else the level cannot be placed. */
function sameLevel(item: Item, niveau: number): number | undefined {
  // Klassiek splits 1.9 of `referentie` in two yes/no conditions (catalogue, remark).
  if (item.id === 'klassiek:1.9.1') return 2
  if (item.id === 'klassiek:1.9.2') return 1
  const ladder = ladderOf(item.dimensie)
  if (niveau > ladder.levels) return undefined
  if (ladder.soort !== 'waarde') return niveau
  const value = item.schaal.find(s => s.niveau === niveau)?.grenswaarde?.waarde
  return value === ladder.steps[niveau]?.value ? niveau : undefined
}

/** A value printed where the ladder has answers, not figures (climbing, temperature): unless it is that of the level, a person compares. */
function isUnplaced(item: Item, { niveau, printed }: Limit): boolean {
  const figure = item.schaal.find(s => s.niveau === niveau)?.grenswaarde?.waarde
  const figures = item.schaal.some(s => s.grenswaarde?.waarde !== undefined)
  return printed !== undefined && (niveau === 0 || (figures && printed.value !== figure))
}

function standOf(item: Item, limit: Limit): Stand | undefined {
  const ladder = ladderOf(item.dimensie)
  if (limit.printed !== undefined && ladder.soort === 'waarde') {
    return between(ladder.steps, limit.printed)
  }
  if (isUnplaced(item, limit)) return { kind: 'open', niveau: Math.max(1, limit.niveau) }
  if (limit.niveau === 0) return undefined
  const level = item.schaal.find(s => s.niveau === limit.niveau)
  const niveau = sameLevel(item, limit.niveau)
  if (level === undefined || level.zekerheid === 'C' || isHeading(item) || niveau === undefined) {
    return { kind: 'open', niveau: niveau ?? limit.niveau }
  }
  return { kind: 'level', niveau }
}

const describe = (document: CapacityDocument): string => `${document.type} ${document.date}`

interface Found {
  readonly limitation: Limitation
  readonly item: Item
}

function limitationsOf(document: CapacityDocument): readonly Limitation[] {
  const found: Found[] = []
  for (const limit of document.limits) {
    const editie = limit.editie ?? document.editie
    const item = itemOf(editie, limit.code)
    if (item === undefined || item.soort === 'informatie' || ladderOf(item.dimensie).soort === 'uren') continue
    const stand = standOf(item, limit)
    if (stand === undefined) continue
    const printed = limit.printed === undefined ? null : describePrinted(limit.printed, item.eenheid)
    found.push({
      item,
      limitation: {
        dimensie: item.dimensie,
        stand,
        items: [{ editie: item.editie, code: item.code, label: item.naam, niveau: limit.niveau, document: describe(document), printed }]
      }
    })
  }
  // A heading counts by its sub-points; alone it stays open.
  const parents = new Set(found.map(f => f.item.ouder))
  return found.filter(f => !parents.has(f.item.id)).map(f => f.limitation)
}

const keyOf = ({ dimensie, stand }: Limitation): string =>
  `${dimensie}|${stand.kind === 'between' ? `${stand.wider}-${stand.narrower}` : `${stand.kind}${stand.niveau}`}`

/** Limits with the same question are one; every document that names it is listed. */
function merge(limitations: readonly Limitation[]): readonly Limitation[] {
  const merged = new Map<string, Limitation>()
  for (const l of limitations) {
    const known = merged.get(keyOf(l))
    merged.set(keyOf(l), known === undefined ? l : { ...known, items: [...known.items, ...l.items] })
  }
  return [...merged.values()]
}

const ruleOn = (hours: HoursCapacity, day: Day): HoursRule | null => hours.later.filter(l => l.from <= day).at(-1)?.rule ?? hours.now

/** The stricter answer now and at every later step: what one document allows later, the other may still forbid. */
function tighten(a: HoursCapacity, b: HoursCapacity): HoursCapacity {
  const days = [...new Set([...a.later, ...b.later].map(l => l.from))].sort()
  const later = days.flatMap(from => {
    const rule = stricter(ruleOn(a, from), ruleOn(b, from))
    return rule === null ? [] : [{ from, rule }]
  })
  return { now: stricter(a.now, b.now), later }
}

/** Documents that hold on a day, newest first. */
export const validDocuments = (documents: readonly CapacityDocument[], day: Day): readonly CapacityDocument[] =>
  documents.filter(d => d.date <= day && (d.validUntil === null || d.validUntil >= day)).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))

// Every criterion asks; a record is read anew from the store after each change, so its documents are one key.
const known = new WeakMap<readonly CapacityDocument[], Map<Day, Capacity>>()

/** What a person can do on a day: the newest valid document that says anything leads (`fml.md` 12). */
export function capacityOf(documents: readonly CapacityDocument[], day: Day): Capacity {
  const days = known.get(documents) ?? new Map<Day, Capacity>()
  const capacity = days.get(day) ?? work(documents, day)
  known.set(documents, days.set(day, capacity))
  return capacity
}

/**
 * Whether a document says anything of what a person can do. An FML is a whole list, where what is not named is the norm; of an IZP
 * or BAR nobody turned into limits yet "not mentioned" is no norm (`fml.md` 12), so it does not take the limits of before away; its open
 * texts count beside them.
 */
const speaks = ({ type, limits, hours, buildUp, usableCapacity }: CapacityDocument): boolean =>
  type === 'FML' || !usableCapacity || limits.length > 0 || buildUp.length > 0 || hours.perDay !== null || hours.perWeek !== null

function work(documents: readonly CapacityDocument[], day: Day): Capacity {
  const valid = validDocuments(documents, day)
  const date = (valid.find(speaks) ?? valid[0])?.date
  const leading = valid.filter(d => d.date === date)
  const none: HoursCapacity = { now: null, later: [] }
  return {
    leading,
    older: valid.filter(d => d.date !== date),
    usable: leading.every(d => d.usableCapacity),
    limitations: merge(leading.flatMap(limitationsOf)),
    perDay: leading.map(d => hoursOf('uren_dag', d, day)).reduce(tighten, none),
    perWeek: leading.map(d => hoursOf('uren_week', d, day)).reduce(tighten, none),
    openTexts: valid.filter(d => date !== undefined && d.date >= date).reduce((n, d) => n + d.texts.filter(t => t.status === 'open').length, 0)
  }
}
