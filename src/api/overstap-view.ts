import { z } from 'zod'
import { DimensieSchema } from '../domain/dimensie.ts'
import type { Expectation } from '../match/overstap/expected.ts'
import type { Overstap, Target } from '../match/overstap/overstap.ts'

const PlaceSchema = z.strictObject({ key: z.string(), title: z.string() })

const StepSchema = z.strictObject({
  from: PlaceSchema,
  to: PlaceSchema,
  /** `geschreven` by a person of ours, or `afgeleid` from our tables. */
  source: z.enum(['geschreven', 'afgeleid']),
  strength: z.int().min(1).max(3),
  /** What carries over, drops away, is missing; `-` is nothing. */
  keeps: z.string(),
  drops: z.string(),
  missing: z.string(),
  /** Months of training before the start, own estimate. */
  months: z.int().min(0).max(6),
  held: z.array(z.string())
})

const ExpectationSchema = z.enum(['past-verwacht', 'te-verifieren', 'conflict-verwacht'])

const TargetSchema = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    about: z.string(),
    isco: z.array(z.string()),
    /** Words an advert must show; empty when the unit group is enough. */
    words: z.array(z.string()),
    steps: z.array(StepSchema),
    months: z.int(),
    cost: z.int(),
    expectation: ExpectationSchema,
    /** Why, in one sentence. */
    reason: z.string(),
    limits: z.array(
      z.strictObject({
        bar: z.string(),
        dimensie: DimensieSchema,
        label: z.string(),
        limit: z.string(),
        outcome: ExpectationSchema,
        code: z.enum(['binnen', 'net-boven', 'boven', 'mens', 'onbekend', 'niet-te-vergelijken']),
        band: z.int().nullable(),
        load: z.string().nullable(),
        why: z.string().nullable(),
        group: z.string().nullable(),
        basis: z.literal('eigen inschatting'),
        question: z.string()
      })
    ),
    counts: z.strictObject({ searched: z.int(), passend: z.int(), teVerifieren: z.int(), nietPassend: z.int() }),
    /** The search that shows these vacancies, to send as it is. */
    search: z.strictObject({
      method: z.literal('POST'),
      path: z.string(),
      body: z.strictObject({ group: z.enum(['passend', 'te-verifieren']), occupation: z.string() })
    })
  })
  .meta({ id: 'OverstapTarget' })

export const OverstapSchema = z
  .strictObject({
    state: z.enum(['ok', 'geen-beroep', 'beroep-onbekend', 'geen-paden']),
    message: z.string(),
    starts: z.array(z.strictObject({ key: z.string(), title: z.string(), from: z.enum(['vraag', 'ervaring', 'wens']) })),
    targets: z.array(TargetSchema),
    /** Expected to exceed a limit: for a talk with the arbeidsdeskundige, not to propose. */
    apart: z.array(TargetSchema),
    found: z.strictObject({ targets: z.int(), apart: z.int() }),
    generation: z.int(),
    degraded: z.boolean(),
    scorecard: z.string(),
    day: z.string()
  })
  .meta({ id: 'Overstap' })

const MESSAGE: Readonly<Record<Overstap['state'], string>> = {
  ok: 'De belasting per beroep is een eigen inschatting. De werkgever weet hoe het werk echt is. Een mens beslist.',
  'geen-beroep':
    'Er is geen beroep bekend. Vul bij het profiel eerder werk in met een functienaam, of bij de wensen een beroep. U kunt ook zelf een beroep opgeven met from.',
  'beroep-onbekend': 'Wij kennen deze functienaam niet. Kies een gewonere naam, of geef de ISCO-code van vier cijfers.',
  'geen-paden':
    'Wij kennen van dit beroep geen overstap binnen zes maanden scholing. Kijk met why-not wat meer werk geeft, of geef een ander beroep op met from.'
}

const REASON: Readonly<Record<Expectation, string>> = {
  'past-verwacht': 'Dit werk past naar verwachting bij elke grens.',
  'te-verifieren': 'Vraag de werkgever naar',
  'conflict-verwacht': 'Naar verwachting meer dan de grens toelaat. Bespreek het met de arbeidsdeskundige'
}

function reasonOf(t: Target): string {
  if (t.limits.length === 0) return 'Er zijn geen grenzen bekend om dit werk mee te vergelijken.'
  if (t.expectation === 'past-verwacht') return REASON[t.expectation]
  const which = t.limits
    .filter(l => l.outcome === t.expectation)
    .map(l => (l.load === null || t.expectation === 'te-verifieren' ? l.label : `${l.label} (${l.load})`))
  return `${REASON[t.expectation]}: ${which.join(', ')}.`
}

function toTarget(t: Target, candidate: string): z.infer<typeof TargetSchema> {
  return {
    key: t.node.key,
    title: t.node.title,
    about: t.node.about,
    isco: t.node.groups.map(g => g.code),
    words: [...t.node.words],
    steps: t.steps.map(s => ({ ...s, held: [...s.held] })),
    months: t.months,
    cost: t.cost,
    expectation: t.expectation,
    reason: reasonOf(t),
    limits: t.limits.map(l => ({ ...l })),
    counts: t.counts,
    search: {
      method: 'POST',
      path: `/v1/candidates/${candidate}/matches`,
      body: { group: t.counts.passend > 0 ? 'passend' : 'te-verifieren', occupation: t.node.key }
    }
  }
}

/** Other work as the case team sees it: paths, expectation per limit, counts, and the search behind them. */
export const toOverstap = (o: Overstap, candidate: string): z.infer<typeof OverstapSchema> => ({
  state: o.state,
  message: MESSAGE[o.state],
  starts: o.starts.map(s => ({ ...s })),
  targets: o.targets.map(t => toTarget(t, candidate)),
  apart: o.apart.map(t => toTarget(t, candidate)),
  found: o.found,
  generation: o.generation,
  degraded: o.degraded,
  scorecard: o.scorecard.version,
  day: o.scorecard.at.day
})
