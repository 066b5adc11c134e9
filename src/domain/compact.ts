import type { Load } from './load.ts'
import type { Vacancy } from './vacancy.ts'

/** Nothing, or no: `LoadSchema` fills these in again. The amount has to be said, also when it is not known. */
const compactLoad = ({ amount, ...rest }: Load): object => ({
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== false)),
  amount
})

/**
 * A vacancy for keeping: what `VacancySchema` fills in by itself is left out of its loads, which are most of a record (some
 * forty, each with a dozen axes of which few are known). Reading it with the schema gives the same vacancy.
 */
export const compact = <V extends Pick<Vacancy, 'demands'>>(v: V): object => ({ ...v, demands: v.demands.map(compactLoad) })
