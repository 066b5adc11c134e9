import type { Load } from '../domain/load.ts'
import { LoadSchema } from '../domain/load.ts'
import type { VacancyFacts } from '../domain/vacancy.ts'

const PARTS = { evening: ['avond', 'geen-avond'], night: ['nacht', 'geen-nacht'] } as const

/**
 * What the fields of a feed say of the load (`fml.md` 11: a plain yes or no in a field is stated): evening and night. A text that
 * says otherwise stands beside it, and the worst counts.
 */
export function fieldLoads({ schedule, demands }: Pick<VacancyFacts, 'schedule' | 'demands'>): readonly Load[] {
  return (['evening', 'night'] as const).flatMap(part => {
    const worked = schedule[part]
    if (worked === null) return []
    const value = PARTS[part][worked ? 0 : 1]
    const said = demands.some(d => d.dimensie === 'etmaal' && d.kind === 'field' && d.amount?.value === value)
    return said ? [] : [LoadSchema.parse({ dimensie: 'etmaal', amount: { op: 'eq', value }, provenance: 'stated', kind: 'field', confidence: 4 })]
  })
}
