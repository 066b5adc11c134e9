import type { Predicate } from '../match/predicate.ts'
import type { Bar, Group } from '../match/criterion.ts'
import type { Scorecard } from '../match/scorecard.ts'
import type { SetField } from '../match/fields.ts'

type Clause = Readonly<Record<string, unknown>>

/** Codes asked of one field by a rule: data of the candidate, as every query needs them. */
function codes(p: Predicate | undefined, field: SetField): readonly string[] {
  if (p === undefined) return []
  if (p.op === 'any') return p.field === field ? p.of : []
  if (p.op === 'not') return codes(p.of, field)
  return p.op === 'atLeast' ? p.of.flatMap(part => codes(part, field)) : []
}

const terms = (field: SetField, of: readonly string[]): Clause => ({ terms: { [field]: of } })
const points = (boost: number, filter: Clause): Clause => ({ constant_score: { boost, filter } })
const exists = (field: SetField): Clause => ({ exists: { field } })
const either = (...should: readonly Clause[]): Clause => ({ bool: { should, minimum_should_match: 1 } })
const no = (...mustNot: readonly Clause[]): Clause => ({ bool: { must_not: mustNot } })

/**
 * The page "te verifiëren" of one person as somebody who knows the query language writes it, clause by clause, without our
 * compiler: bars in the post_filter, points as constants. The yardstick for what the compiler makes; `bench` holds both
 * pages equal before it compares their times. It knows the criteria this person has and throws for any other.
 */
export function handWritten(card: Scorecard, day: number, tenant: string, size: number): Clause {
  const bar = (id: string): Bar | undefined => card.bars.find(b => b.id === id)
  const conflict = (id: string, field: SetField): readonly string[] => codes(bar(id)?.conflict, field)
  const fits = (id: string, field: SetField): readonly string[] => codes(bar(id)?.fits, field)
  const limits = card.bars.filter(b => b.id.startsWith('belasting.') && b.id !== 'belasting.boven-norm')
  const known = ['beschikbaar', 'belasting.boven-norm', 'uren.week', 'uren.dag', 'opleiding', 'opleiding.vermeld', 'diploma', 'rijbewijs', 'certificaten']
  const others = card.bars.filter(b => !limits.includes(b) && ![...known, 'taal', 'reisafstand', 'dienstverband'].includes(b.id))
  if (others.length > 0) throw new Error(`no hand-written form for ${others.map(b => b.id).join()}`)
  const near = either(terms('remote', ['full']), { term: { place: '-' } }, terms('place', conflict('reisafstand', 'place')))
  const barred = [
    terms(
      'load',
      limits.flatMap(b => codes(b.conflict, 'load'))
    ),
    terms('hours', conflict('uren.week', 'hours')),
    terms('day_hours', conflict('uren.dag', 'day_hours')),
    { bool: { filter: [terms('edu', conflict('opleiding', 'edu'))], must_not: [terms('edu_rule', ['niveau'])] } },
    terms('diploma', conflict('diploma', 'diploma')),
    terms('licence', conflict('rijbewijs', 'licence')),
    terms('cert', conflict('certificaten', 'cert')),
    terms('contract', conflict('dienstverband', 'contract'))
  ]
  const all = {
    bool: {
      filter: [
        ...limits.map(b => terms('load', codes(b.fits, 'load'))),
        terms('hours', fits('uren.week', 'hours')),
        either(terms('day_hours', fits('uren.dag', 'day_hours')), {
          bool: { filter: [terms('hours', fits('uren.dag', 'hours'))], must_not: [exists('day_hours')] }
        }),
        exists('edu'),
        terms('edu', fits('opleiding', 'edu')),
        no(exists('diploma')),
        either(terms('remote', ['full']), terms('place', fits('reisafstand', 'place')))
      ],
      must_not: [
        terms('load', fits('belasting.boven-norm', 'load')),
        terms('licence', fits('rijbewijs', 'licence')),
        terms('cert', fits('certificaten', 'cert')),
        terms('lang', fits('taal', 'lang')),
        terms('contract', fits('dienstverband', 'contract'))
      ]
    }
  }
  return {
    size,
    track_total_hits: false,
    query: { bool: { should: [{ match_all: { boost: 0 } }, ...card.groups.flatMap(should)], minimum_should_match: 0 } },
    post_filter: {
      bool: {
        filter: [terms('status', ['open', 'missed']), terms('visible_to', ['public', tenant]), near],
        must_not: [{ range: { closes: { lt: day } } }, ...barred, all]
      }
    },
    sort: [{ _score: 'desc' }, { published: 'desc' }, { vacancy_id: 'asc' }]
  }
}

/** Points of one criterion; grades of which several can hold give what each has more than the next. */
function should(group: Group): readonly Clause[] {
  const fields = new Set(group.map(g => (g.when.op === 'any' ? g.when.field : g.when.op)))
  const field = [...fields][0]
  if (fields.size === 1 && (field === 'load' || field === 'occ'))
    return group.map((g, i) =>
      points(
        g.points - (group[i + 1]?.points ?? 0),
        terms(
          field,
          group.slice(0, i + 1).flatMap(better => codes(better.when, field))
        )
      )
    )
  if (field === 'range') {
    return group.map((g, i) => {
      const better = group[i - 1]?.when
      if (g.when.op !== 'range' || g.when.gte === undefined) throw new Error('no hand-written form for a range')
      const below = better?.op === 'range' && better.gte !== undefined ? { lt: better.gte } : {}
      return points(g.points, { range: { [g.when.field]: { gte: g.when.gte, ...below } } })
    })
  }
  if (group.every(g => g.when.op === 'any'))
    return group.map(g => points(g.points, terms((g.when as { field: SetField }).field, codes(g.when, (g.when as { field: SetField }).field))))
  const best = group.map(g => {
    const lists = (['remote', 'place', 'edu'] as const).map(f => [f, codes(g.when, f)] as const).filter(([, of]) => of.length > 0)
    const rule = codes(g.when, 'edu_rule')
    if (rule.length > 0) return points(g.points, { bool: { filter: [terms('edu_rule', rule), ...lists.map(([f, of]) => terms(f, of))] } })
    return points(g.points, lists.length === 1 ? terms(...(lists[0] as readonly [SetField, readonly string[]])) : either(...lists.map(l => terms(...l))))
  })
  return [{ dis_max: { queries: best } }]
}
