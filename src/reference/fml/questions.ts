import type { Dimensie } from '../../domain/dimensie.ts'
import { readTable } from '../table.ts'

const rows = new Map(readTable('fml/questions.tsv', ['dimensie', 'label', 'question']).map(r => [r.dimensie, r]))

/** The question that settles an unknown on a dimension: about the work, never a limit (`tweede-spoor.md` 8). */
export const questionFor = (dimensie: Dimensie): string => rows.get(dimensie)?.question ?? ''

/** The plain Dutch name of a dimension. */
export const dimensieLabel = (dimensie: Dimensie): string => rows.get(dimensie)?.label ?? dimensie
