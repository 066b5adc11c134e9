import { educationLabel, STUDY_FIELDS } from '../reference/education.ts'
import { LANGUAGES } from '../reference/languages.ts'
import { CERTIFICATES, LICENCES } from '../reference/licences.ts'
import { dutchDay } from '../reference/numbers.ts'
import type { Differing } from '../domain/vacancy.ts'

const split = (text: string, by: RegExp): readonly string[] => text.split(by).filter(part => part !== '')
const FIELD = new Map(STUDY_FIELDS.map(f => [f.code, f.label]))

/** Fields of study by name, from a list of codes with commas. */
export const fieldNames = (codes: string): string =>
  split(codes, /, */)
    .map(c => FIELD.get(c) ?? c)
    .join(', ')

/** "B (auto), C (vrachtwagen)" from a list of codes with commas. */
export const licenceNames = (codes: string): string =>
  split(codes, /[, ]+/)
    .map(c => (LICENCES.has(c) ? `${c} (${LICENCES.get(c)?.label.toLowerCase() ?? ''})` : c))
    .join(', ')

export const certificateNames = (codes: string): string =>
  split(codes, /[, ]+/)
    .map(c => CERTIFICATES.get(c)?.label ?? c)
    .join(', ')

/** "Nederlands (niveau 3 van 4)" from `nld 3` or `nld:3`. */
export const languageNames = (codes: string): string =>
  [...codes.matchAll(/([a-z]{3})[ :](\d)/g)]
    .map(([, code = '', level]) => `${LANGUAGES.get(code)?.label ?? 'andere taal'} (niveau ${level ?? ''} van 4)`)
    .join(', ')

const UNIT: Readonly<Record<string, string>> = { HOUR: 'per uur', DAY: 'per dag', WEEK: 'per week', MONTH: 'per maand', YEAR: 'per jaar' }
const span = (text: string): string => {
  const [min = '', max = ''] = text.replaceAll('.', ',').split('-')
  return min === max ? min : min === '' ? `tot ${max}` : max === '' ? `vanaf ${min}` : `${min} tot ${max}`
}
const one =
  (words: Readonly<Record<string, string>>) =>
  (code: string): string =>
    words[code] ?? code

/** What a fact is called and how its short value reads (`feed-wins.ts`). */
const FACTS: Readonly<Record<Differing, { readonly name: string; readonly words: (value: string) => string }>> = {
  hours: { name: 'uren per week', words: v => `${span(v)} uur` },
  hoursPerDay: { name: 'uren per dag', words: v => `${span(v)} uur` },
  workTime: { name: 'fulltime of parttime', words: one({ full: 'fulltime', part: 'parttime', both: 'fulltime of parttime' }) },
  educationLevel: {
    name: 'opleiding',
    words: v => {
      const [min, max] = v.split('-').map(Number) as [number, number]
      return educationLabel({ min, max })
    }
  },
  licences: { name: 'rijbewijs', words: licenceNames },
  certificates: { name: 'certificaten', words: certificateNames },
  languages: { name: 'talen', words: languageNames },
  salary: { name: 'salaris', words: v => `${span(v.split(' ')[0] ?? '')} euro ${UNIT[v.split(' ')[1] ?? ''] ?? ''}`.trim() },
  contract: { name: 'contract', words: one({ B: 'tijdelijk', O: 'vast' }) },
  remote: { name: 'thuiswerken', words: one({ none: 'op locatie', hybrid: 'deels thuis', full: 'helemaal thuis' }) },
  experience: { name: 'ervaring', words: v => `${v} maanden` },
  startsOn: { name: 'startdatum', words: dutchDay },
  employer: { name: 'werkgever of bureau', words: one({ direct: 'de werkgever zelf', agency: 'een bureau' }) }
}

/** Where text and field of a vacancy differ, in words. */
export function differsWords(field: string, value: string): { readonly name: string; readonly value: string } {
  const fact = FACTS[field as Differing] as (typeof FACTS)[Differing] | undefined
  return fact === undefined ? { name: field, value } : { name: fact.name, value: fact.words(value) }
}
