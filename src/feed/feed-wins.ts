import type { Differing, Evidence, TextSays, VacancyFacts } from '../domain/vacancy.ts'
import type { EvidenceField } from './enricher.ts'

/** One fact that both the feed and the text may give. */
interface Both {
  readonly field: Differing
  readonly evidence: EvidenceField
  /** The fact in short, for people; null = not known. Equal words are equal facts. */
  readonly short: (v: VacancyFacts) => string | null
  /** The fact itself, taken from one for the other. */
  readonly take: (from: VacancyFacts, to: VacancyFacts) => Partial<VacancyFacts>
  readonly blank: (v: VacancyFacts) => Partial<VacancyFacts>
  /** Whether what the text says contradicts the feed; when not given, other words do. */
  readonly agrees?: (given: VacancyFacts, read: VacancyFacts) => boolean
}

const range = (r: { readonly min: number | null; readonly max: number | null } | null): string | null => (r === null ? null : `${r.min ?? ''}-${r.max ?? ''}`)
const list = (codes: readonly string[]): string | null => (codes.length === 0 ? null : [...codes].sort().join(' '))
const known = (code: string | null): string | null => code

const FACTS: readonly Both[] = [
  { field: 'hours', evidence: 'hours', short: v => range(v.hours), take: v => ({ hours: v.hours }), blank: () => ({ hours: null }) },
  {
    field: 'hoursPerDay',
    evidence: 'hoursPerDay',
    short: v => range(v.schedule.hoursPerDay),
    take: (from, to) => ({ schedule: { ...to.schedule, hoursPerDay: from.schedule.hoursPerDay } }),
    blank: v => ({ schedule: { ...v.schedule, hoursPerDay: null } })
  },
  {
    field: 'workTime',
    evidence: 'workTime',
    short: v => v.workTime,
    take: v => ({ workTime: v.workTime }),
    blank: () => ({ workTime: null })
  },
  {
    field: 'educationLevel',
    evidence: 'educationLevel',
    short: v => range(v.educationLevel),
    take: v => ({ educationLevel: v.educationLevel, educationTrack: v.educationTrack, requiredDiploma: v.requiredDiploma }),
    blank: () => ({ educationLevel: null, educationTrack: null, requiredDiploma: null })
  },
  { field: 'licences', evidence: 'licences', short: v => list(v.licences), take: v => ({ licences: v.licences }), blank: () => ({ licences: [] }) },
  {
    field: 'certificates',
    evidence: 'certificates',
    short: v => list(v.certificates),
    take: v => ({ certificates: v.certificates }),
    blank: () => ({ certificates: [] })
  },
  {
    field: 'languages',
    evidence: 'languages',
    short: v => list(v.languages.map(l => `${l.code}:${l.level}`)),
    take: v => ({ languages: v.languages }),
    blank: () => ({ languages: [] })
  },
  {
    field: 'salary',
    evidence: 'salary',
    short: v => (v.salary === null ? null : `${range(v.salary)} ${v.salary.unit}`),
    take: v => ({ salary: v.salary }),
    blank: () => ({ salary: null })
  },
  {
    field: 'contract',
    evidence: 'contract',
    short: v => known(v.contract.term),
    take: (from, to) => ({ contract: { ...to.contract, term: from.contract.term } }),
    blank: v => ({ contract: { ...v.contract, term: null } })
  },
  { field: 'remote', evidence: 'remote', short: v => v.remote, take: v => ({ remote: v.remote }), blank: () => ({ remote: null }) },
  {
    field: 'experience',
    evidence: 'experience',
    short: v => (v.experienceMonths === null ? null : String(v.experienceMonths)),
    take: v => ({ experienceMonths: v.experienceMonths }),
    blank: () => ({ experienceMonths: null })
  },
  { field: 'startsOn', evidence: 'startsOn', short: v => v.startsOn, take: v => ({ startsOn: v.startsOn }), blank: () => ({ startsOn: null }) },
  {
    field: 'employer',
    evidence: 'employer',
    short: v => (v.employer.kind === 'unknown' ? null : v.employer.kind),
    take: (from, to) => ({ employer: { ...to.employer, kind: from.employer.kind } }),
    blank: v => ({ employer: { ...v.employer, kind: 'unknown' } }),
    // "Direct" is never read from a text, only concluded from a name.
    agrees: (_, read) => read.employer.kind === 'direct'
  }
]

const passage = (e: Evidence | undefined): TextSays['span'] | null => (e?.span === undefined || e.from === 'field' ? null : e.span)

/** The facts without what the feed gave, so that the text is read as if the feed were silent. */
export const withoutGiven = (facts: VacancyFacts): VacancyFacts =>
  FACTS.reduce((v, fact) => (fact.short(v) === null && fact.field !== 'educationLevel' ? v : { ...v, ...fact.blank(v) }), facts)

/**
 * The field of the feed wins over the text. Where they say different things the text's answer and its passage stay beside
 * it (`differs`), for a person to see.
 */
export function feedWins(given: VacancyFacts, read: VacancyFacts): VacancyFacts {
  let v = read
  for (const fact of FACTS) {
    const field = fact.short(given)
    if (field === null) continue
    const said = fact.short(read)
    const span = passage(read.evidence[fact.evidence])
    const { [fact.evidence]: _, ...evidence } = v.evidence
    v = { ...v, ...fact.take(given, v), evidence: { ...evidence, [fact.evidence]: given.evidence[fact.evidence] ?? { from: 'field', span: null } } }
    if (said !== null && said !== field && span !== null && fact.agrees?.(given, read) !== true)
      v = { ...v, differs: { ...v.differs, [fact.field]: { value: said.slice(0, 120), span } } }
  }
  return given.educationLevel === null && given.requiredDiploma !== null ? { ...v, requiredDiploma: given.requiredDiploma } : v
}
