import { CandidateInputSchema, type CandidateInput } from '../../../src/domain/candidate.ts'
import { VacancyFactsSchema, type Vacancy } from '../../../src/domain/vacancy.ts'
import { CANDIDATE, ROWS } from '../../helpers/market.ts'
import { vacancy } from '../../helpers/vacancy.ts'

/** People for whom the small market was made: some of it fits them, with other hours and other distances. */
export const MARKET_PEOPLE: readonly CandidateInput[] = [30, 8, 60, 200].flatMap(maxKm =>
  [20, 12, 32].map(week =>
    CandidateInputSchema.parse({
      ...CANDIDATE,
      documents: CANDIDATE.documents.map(d => ({ ...d, hours: { perDay: null, perWeek: { value: week, kind: 'ten_hoogste' } } })),
      travel: { ...CANDIDATE.travel, maxKm, maxMinutes: null }
    })
  )
)

/** One in four rows of the market, two of each kind, with the place an importer would have found. */
export const MARKET_ADVERTS: readonly Vacancy[] = ROWS.filter((_, i) => i % 4 === 0).map((row, i) => {
  const { sourceId: _id, ...sent } = row as { readonly sourceId: string }
  const facts = VacancyFactsSchema.parse(sent)
  const locations = facts.locations.map(l => ({ ...l, code: l.place?.toLowerCase() ?? null, precision: 'place' as const }))
  return vacancy(`markt:${i}`, { ...facts, locations })
})
