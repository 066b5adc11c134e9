import type { Criterion } from '../criterion.ts'
import { any, not, all, known } from '../predicate.ts'

/** Working at home, as a wish. Points only. */
export const thuiswerken: Criterion = {
  id: 'thuiswerken',
  label: 'Thuiswerken',
  order: 61,
  max: c => (c.wishes.remote === 'graag' ? 6 : c.wishes.remote === 'liever-niet' ? 3 : 0),
  groups(c) {
    if (c.wishes.remote === 'kan') return []
    return c.wishes.remote === 'graag'
      ? [
          [
            { key: 'volledig', points: 6, when: any('remote', ['full']) },
            { key: 'deels', points: 4, when: any('remote', ['hybrid']) }
          ]
        ]
      : [[{ key: 'op-locatie', points: 3, when: all(known('remote'), not(any('remote', ['full', 'hybrid']))) }]]
  }
}
