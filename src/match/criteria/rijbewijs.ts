import { heldLicences, LICENCES, UNKNOWN_PAPER } from '../../reference/licences.ts'
import { plain, type Criterion } from '../criterion.ts'
import { any, known, never, not } from '../predicate.ts'

/** The licences somebody lacks, higher categories including lower ones. */
const lacking = (held: readonly string[]): readonly string[] => {
  const has = heldLicences(held)
  return [...LICENCES.keys()].filter(code => !has.has(code))
}

/**
 * Driving licences the advert demands. conflict = one is missing; unknown = the candidate's licences were never noted, or the
 * advert names one our table does not know.
 */
export const rijbewijs: Criterion = {
  id: 'rijbewijs',
  label: 'Rijbewijs',
  order: 32,
  max: () => 0,
  groups: () => [],
  bars(c) {
    const held = c.profile.licences
    return [
      {
        id: 'rijbewijs',
        conflict: held === null ? never : any('licence', lacking(held)),
        fits: held === null ? not(known('licence')) : not(any('licence', [...lacking(held), UNKNOWN_PAPER])),
        question: 'Is een rijbewijs echt nodig voor dit werk, of kan het anders?',
        lever: 'papieren'
      }
    ]
  },
  explain(stand, c, v) {
    const has = heldLicences(c.profile.licences ?? [])
    return plain(
      stand.state === 'conflict'
        ? 'rijbewijs.ontbreekt'
        : stand.state === 'fits'
          ? 'rijbewijs.past'
          : c.profile.licences === null
            ? 'rijbewijs.kandidaat-onbekend'
            : 'rijbewijs.navragen',
      { asked: v.licences.join(', '), missing: c.profile.licences === null ? null : v.licences.filter(l => !has.has(l)).join(', ') }
    )
  }
}
