import t from 'tap'
import type { Candidate } from '../../../src/domain/candidate.ts'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { scoreVacancy } from '../../../src/match/explain.ts'
import { find, GroupNameSchema, type FindContext, type Found, type GroupName, type SearchState } from '../../../src/match/find.ts'
import { scorecardOf } from '../../../src/match/scorecard.ts'
import { AT } from '../../helpers/vacancy.ts'
import { kindOf, openMarket, SOMEONE, state } from '../find-market.ts'

/** One market for every case of `find.test.ts`, which may only look. */
export const market = await openMarket(t)
export const groups = GroupNameSchema.options
export const card = scorecardOf(SOMEONE, AT)
/** The rules a candidate may move. */
export const MOVABLE = new Set(card.bars.filter(b => b.lever !== null).map(b => b.id))

/** Who belongs in a group by the hand-made kind alone. */
export const belongs: Readonly<Record<GroupName, (v: Vacancy) => boolean>> = {
  passend: v => kindOf(v).verdict === 'passend',
  'te-verifieren': v => kindOf(v).verdict === 'te-verifieren',
  'niet-passend': v => kindOf(v).verdict === 'niet-passend',
  'net-niet': v => kindOf(v).bars.length === 1 && MOVABLE.has(kindOf(v).bars[0] as string)
}
export const idsOf = (list: ReadonlyArray<{ readonly id: string }>): readonly string[] => list.map(v => v.id).sort()
/** Points down, date down, id up as bytes. */
export const ordered = (list: readonly Vacancy[]): readonly string[] =>
  [...list]
    .sort((a, b) => scoreVacancy(card, b) - scoreVacancy(card, a) || b.prepared.published - a.prepared.published || (a.id < b.id ? -1 : 1))
    .map(v => v.id)

/** One search of the market. */
export const ask = async (over: Partial<SearchState>, c: Candidate = SOMEONE, context: FindContext = market): Promise<Found> =>
  await find(context, c, AT, state(over))
