import type { CapacityDocument } from '../../domain/capacity.ts'
import type { Day } from '../../domain/moment.ts'
import { itemOf } from './catalogue.ts'
import { EditieSchema } from '../../domain/capacity.ts'

/** What is wrong with a document, by the path of the field and never by its value (`reliability.md` 2). */
export interface IntakeIssue {
  readonly path: ReadonlyArray<string | number>
  readonly message: string
}

const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z]{4,}/g) ?? []
  )

/** Share of the shorter name's words that stand in the other one, 0-1. */
function likeness(a: string, b: string): number {
  const [x, y] = [words(a), words(b)]
  const small = Math.min(x.size, y.size)
  return small === 0 ? 0 : [...x].filter(w => y.has(w)).length / small
}

/** Words two names share, of all words of both, 0-1: "Dragen" is nearer to carrying than to "Tillen of dragen". */
function nearness(a: string, b: string): number {
  const [x, y] = [words(a), words(b)]
  return [...x].filter(w => y.has(w)).length / Math.max(1, new Set([...x, ...y]).size)
}

/** A label must be nearest to the item of the named edition: one code has two meanings across editions (`fml.md` 2). */
function labelFits(editie: CapacityDocument['editie'], code: string, label: string): boolean {
  const own = itemOf(editie, code)
  if (own === undefined || likeness(label, own.naam) < 0.5) return false
  return EditieSchema.options.every(e => {
    const other = itemOf(e, code)
    return other === undefined || other.dimensie === own.dimensie || nearness(label, other.naam) <= nearness(label, own.naam)
  })
}

/** Days that cannot be right: such a document would hold on no day, and its limits would be passed over without a word. */
function dayIssues({ date, validUntil }: CapacityDocument, today: Day): readonly IntakeIssue[] {
  return [
    ...(date > today ? [{ path: ['date'], message: 'Deze datum ligt in de toekomst. Geef de datum die op het document staat.' }] : []),
    ...(validUntil !== null && validUntil < date
      ? [{ path: ['validUntil'], message: 'De geldigheid eindigt voor de datum van het document. Controleer beide datums.' }]
      : [])
  ]
}

/** Checks a document: its days against today (Dutch day), its limits against the catalogue: edition before code, label, level. */
export function checkDocument(document: CapacityDocument, today: Day): readonly IntakeIssue[] {
  const issues: IntakeIssue[] = [...dayIssues(document, today)]
  for (const [index, limit] of document.limits.entries()) {
    const path = ['limits', index]
    const editie = limit.editie ?? document.editie
    const item = itemOf(editie, limit.code)
    if (item === undefined) {
      issues.push({ path: [...path, 'code'], message: `Dit nummer bestaat niet in editie ${editie}. Controleer de editie en het nummer op het formulier.` })
      continue
    }
    if (item.soort === 'informatie') {
      issues.push({ path: [...path, 'code'], message: 'Dit onderdeel geeft alleen informatie en is geen beperking. Laat het weg.' })
    }
    if (limit.label !== undefined && !labelFits(editie, limit.code, limit.label)) {
      issues.push({ path: [...path, 'label'], message: `De omschrijving hoort niet bij dit nummer in editie ${editie}. Controleer of de editie klopt.` })
    }
    if (!item.schaal.some(s => s.niveau === limit.niveau)) {
      issues.push({ path: [...path, 'niveau'], message: `Dit niveau bestaat niet bij dit onderdeel in editie ${editie}.` })
    }
  }
  const steps = document.buildUp.map(s => s.from)
  if (new Set(steps).size !== steps.length) issues.push({ path: ['buildUp'], message: 'Twee stappen van de urenopbouw hebben dezelfde datum.' })
  for (const [index, step] of document.buildUp.entries()) {
    if (step.perDay === null && step.perWeek === null) {
      issues.push({ path: ['buildUp', index], message: 'Noem bij deze stap uren per dag of uren per week.' })
    }
  }
  return issues
}
