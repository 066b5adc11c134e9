import { loadUnits } from '../reference/units.ts'
import type { Criterion } from './criterion.ts'

/** Every file of `criteria/`, in the order of an explanation: what decides first. */
export const CRITERIA: readonly Criterion[] = [...(await loadUnits<Criterion>(new URL('./criteria/', import.meta.url)))].sort((a, b) => a.order - b.order)
