import type { Prepared } from '../../domain/prepared.ts'
import { FIELDS, type Field } from '../fields.ts'

/** The fields in one order; a code is looked up under the place of its field. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[]

/** A vacancy in numbers of a vocabulary: what `evaluate` reads, ready to be asked many times. */
export interface VacancyCodes {
  /** Per field the codes that some profile asks about. */
  readonly codes: ReadonlyArray<readonly number[]>
  readonly known: readonly boolean[]
  readonly numbers: ReadonlyArray<number | null>
}

/** Numbers for the codes that profiles ask about, per field. It only grows; a code of a vacancy that nobody asks about gets none. */
export class Vocabulary {
  readonly #numbers = FIELD_NAMES.map(() => new Map<string, number>())
  #size = 0

  /** How many codes have a number: a vacancy read at another size may lack some. */
  get size(): number {
    return this.#size
  }

  /** The number of a code that is asked about. */
  numberOf(field: number, code: string): number {
    const numbers = this.#numbers[field] as Map<string, number>
    const known = numbers.get(code)
    if (known !== undefined) return known
    numbers.set(code, numbers.size)
    this.#size++
    return numbers.size - 1
  }

  read(v: Prepared): VacancyCodes {
    const values = FIELD_NAMES.map(name => v[name])
    return {
      codes: values.map((value, field) =>
        value === null || typeof value === 'number' ? [] : (typeof value === 'string' ? [value] : value).flatMap(code => this.#numbers[field]?.get(code) ?? [])
      ),
      known: values.map(value => value !== null && (!Array.isArray(value) || value.length > 0)),
      numbers: values.map(value => (typeof value === 'number' ? value : null))
    }
  }
}
