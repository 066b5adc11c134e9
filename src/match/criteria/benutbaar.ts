import { capacityOf } from '../../reference/fml/capacity.ts'
import { plain, type Criterion } from '../criterion.ts'
import { always, never } from '../predicate.ts'

/** "Geen benutbare mogelijkheden" on the leading document: matching stands still until a new assessment (`fml.md` 1). */
export const benutbaar: Criterion = {
  id: 'benutbaar',
  label: 'Benutbare mogelijkheden',
  order: 1,
  max: () => 0,
  groups: () => [],
  bars: (c, at) =>
    capacityOf(c.documents, at.day).usable
      ? []
      : [{ id: 'benutbaar', conflict: always, fits: never, question: 'Is er een nieuwe beoordeling van de belastbaarheid gepland?', lever: null }],
  explain: (_stand, c, _v, at) => plain('capaciteit.geen-benutbare-mogelijkheden', { document: capacityOf(c.documents, at.day).leading[0]?.date ?? null })
}
