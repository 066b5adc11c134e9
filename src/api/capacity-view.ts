import type { Candidate } from '../domain/candidate.ts'
import type { ShownCapacity } from '../domain/projections/full.ts'
import type { Day } from '../domain/moment.ts'
import type { CapacityDocument } from '../domain/capacity.ts'
import { capacityOf, type Limitation } from '../reference/fml/capacity.ts'

const shown = (l: Limitation): ShownCapacity['limits'] =>
  l.items.map(i => ({ editie: i.editie, code: i.code, label: i.label, niveau: i.niveau, document: i.document, dimensie: l.dimensie, printed: i.printed }))

const levels = (limits: readonly Limitation[], dimensie: string): string =>
  limits
    .filter(l => l.dimensie === dimensie)
    .flatMap(l => l.items.map(i => `${i.code} niveau ${i.niveau}`))
    .sort()
    .join(', ') || 'niet vermeld'

const hours = (h: { value: number; kind: 'gemiddeld' | 'ten_hoogste' } | null): { value: number; kind: 'gemiddeld' | 'ten_hoogste' } | null =>
  h === null ? null : { value: h.value, kind: h.kind }

/** Items on which an older valid document differs from the leading one. */
function differences(leading: readonly Limitation[], older: readonly CapacityDocument[], day: Day): ShownCapacity['differences'] {
  return older.flatMap(document => {
    const then = capacityOf([document], day).limitations
    const dimensies = new Set([...leading, ...then].map(l => l.dimensie))
    return [...dimensies]
      .map(d => ({ dimensie: d, leading: levels(leading, d), older: levels(then, d) }))
      .filter(x => x.leading !== x.older)
      .map(x => ({ ...x, older: `${x.older} (${document.type} ${document.date})` }))
  })
}

/** The capacity of a candidate on a day as the case team sees it: limits and hours, no documents and no free text. */
export function capacityView(c: Candidate, day: Day): ShownCapacity {
  const capacity = capacityOf(c.documents, day)
  return {
    leading: capacity.leading.map(d => ({ type: d.type, date: d.date })),
    older: capacity.older.map(d => ({ type: d.type, date: d.date })),
    usable: capacity.usable,
    limits: capacity.limitations.flatMap(shown),
    perDay: hours(capacity.perDay.now),
    perWeek: hours(capacity.perWeek.now),
    buildUp: capacity.leading.flatMap(d => d.buildUp).map(s => ({ from: s.from, perDay: hours(s.perDay), perWeek: hours(s.perWeek) })),
    openTexts: capacity.openTexts,
    differences: differences(capacity.limitations, capacity.older, day)
  }
}
