import type { CapacityDocument, Editie, HoursLimit } from '../../domain/capacity.ts'
import type { Day } from '../../domain/moment.ts'
import { BEYOND, type HourSpan } from '../hour-codes.ts'
import { itemOf } from './catalogue.ts'

/** A limit on hours with what the form knows around it. */
export interface HoursRule extends HoursLimit {
  /** "Less than": the value itself is already too much, and how much less is not said. */
  readonly below: boolean
  /** The next class of the form above an average: reaching it exceeds (`fml.md` 8). Infinity = none. */
  readonly next: number
}

/** The limit that holds now, and the later steps of the build-up with their dates. */
export interface HoursCapacity {
  readonly now: HoursRule | null
  readonly later: ReadonlyArray<{ readonly from: Day; readonly rule: HoursRule }>
}

/** The limit of today and those of every later step; none = no limit on hours. */
export const rulesOf = ({ now, later }: HoursCapacity): readonly HoursRule[] => [...(now === null ? [] : [now]), ...later.map(l => l.rule)]

type Axis = 'uren_dag' | 'uren_week'
const CODES: Readonly<Record<Axis, string>> = { uren_dag: '6.2', uren_week: '6.3' }

const classesOf = (axis: Axis, editie: Editie): readonly number[] =>
  [
    ...new Set(
      (itemOf(editie, CODES[axis])?.schaal ?? []).filter(s => s.niveau > 0 && s.grenswaarde?.soort === 'gemiddeld').map(s => s.grenswaarde?.waarde ?? 0)
    )
  ].sort((a, b) => a - b)

function ruleOf(axis: Axis, editie: Editie, limit: HoursLimit, below = false): HoursRule {
  const next = limit.kind === 'gemiddeld' ? (classesOf(axis, editie).find(c => c > limit.value) ?? Infinity) : limit.value
  return { ...limit, below, next }
}

/** The level of item 6.2 or 6.3 as hours; a printed value outranks it. Null at the norm. */
function fromItem(axis: Axis, document: CapacityDocument): HoursRule | null {
  const limit = document.limits.find(l => l.code === CODES[axis])
  if (limit === undefined) return null
  const editie = limit.editie ?? document.editie
  const value = itemOf(editie, limit.code)?.schaal.find(s => s.niveau === limit.niveau)?.grenswaarde
  const kind = value?.soort ?? 'gemiddeld'
  if (limit.printed !== undefined) {
    return ruleOf(axis, editie, { value: limit.printed.value, kind: limit.printed.op === 'ca' ? kind : 'ten_hoogste' }, limit.printed.op === 'lt')
  }
  if (limit.niveau === 0 || value?.waarde === undefined) return null
  return ruleOf(axis, editie, { value: value.waarde, kind }, value.op === 'lt')
}

/** The hours from which a rule is exceeded: an average from the next class, "less than" from the value itself, a maximum beyond it. */
const tooMuch = (rule: HoursRule): number => (rule.below ? rule.value : rule.kind === 'gemiddeld' ? rule.next : rule.value + BEYOND)

/** Whether a rule goes before another: the lower value, then "less than", then a maximum. */
function isLower(a: HoursRule, b: HoursRule): boolean {
  if (a.value !== b.value) return a.value < b.value
  if (a.below !== b.below) return a.below
  return a.kind === 'ten_hoogste' || b.kind === 'gemiddeld'
}

/** Two rules as one: the lower value holds, and an average is exceeded where either of them is. Their order changes nothing. */
export function stricter(a: HoursRule | null, b: HoursRule | null): HoursRule | null {
  if (a === null || b === null) return a ?? b
  const [low, high] = isLower(a, b) ? [a, b] : [b, a]
  return low.kind === 'gemiddeld' ? { ...low, next: Math.min(low.next, tooMuch(high)) } : low
}

/** The hours one document allows on a day, with the steps of its build-up that are still to come. */
export function hoursOf(axis: Axis, document: CapacityDocument, day: Day): HoursCapacity {
  const pick = axis === 'uren_dag' ? 'perDay' : 'perWeek'
  const own = document.hours[pick]
  const base = stricter(own === null ? null : ruleOf(axis, document.editie, own), fromItem(axis, document))
  const steps = document.buildUp
    .filter(s => s[pick] !== null)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(s => ({ from: s.from, rule: ruleOf(axis, document.editie, s[pick] as HoursLimit) }))
  return { now: steps.filter(s => s.from <= day).at(-1)?.rule ?? base, later: steps.filter(s => s.from > day) }
}

/** How a week or day stands to a rule: `fits`, `over`, or between (signaal). */
export function standHours({ lo, hi }: HourSpan, rule: HoursRule): 'fits' | 'over' | 'between' {
  if (!rule.below && hi <= rule.value) return 'fits'
  return lo >= tooMuch(rule) ? 'over' : 'between'
}
