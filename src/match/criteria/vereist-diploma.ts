import { STUDY_FIELDS } from '../../reference/education.ts'
import { plain, type Criterion } from '../criterion.ts'
import { all, any, known, never, not, some } from '../predicate.ts'

const FIT = 6

/**
 * A diploma in a named field, checked apart from the level: equal knowledge must be shown beyond doubt (CRVB:2018:1548).
 * conflict = the paper itself is asked and the candidate has none of the fields named; unknown = only the level of the
 * field is asked, or the candidate's diplomas were never noted.
 */
export const vereistDiploma: Criterion = {
  id: 'vereist-diploma',
  label: 'Vereist diploma',
  order: 31,
  max: c => ((c.profile.education.diplomas ?? []).length > 0 ? FIT : 0),
  groups(c) {
    const own = c.profile.education.diplomas ?? []
    return own.length === 0
      ? []
      : [
          [
            {
              key: 'diploma-gevraagd-en-aanwezig',
              points: FIT,
              when: any(
                'diploma',
                own.flatMap(d => [`strict:${d}`, `niveau:${d}`])
              )
            }
          ]
        ]
  },
  bars(c) {
    const own = c.profile.education.diplomas
    const has = any(
      'diploma',
      (own ?? []).flatMap(d => [`strict:${d}`, `niveau:${d}`])
    )
    return [
      {
        id: 'diploma',
        conflict:
          own === null
            ? never
            : all(
                any(
                  'diploma',
                  STUDY_FIELDS.map(f => `strict:${f.code}`)
                ),
                not(has)
              ),
        fits: some(not(known('diploma')), has),
        question: own === null ? 'Welk diploma is verplicht, en mag het ook een ander zijn?' : 'Mag het ook met een andere opleiding of met ervaring?',
        lever: 'opleiding'
      }
    ]
  },
  explain: (stand, c, v) =>
    plain(
      stand.state === 'conflict'
        ? 'diploma.ontbreekt'
        : stand.state === 'fits'
          ? 'diploma.past'
          : c.profile.education.diplomas === null
            ? 'diploma.kandidaat-onbekend'
            : 'diploma.gelijkwaardig',
      { fields: v.requiredDiploma?.fields.join(', ') ?? null, strict: v.requiredDiploma?.strict ?? null, open: v.requiredDiploma?.open ?? null },
      stand.state === 'open'
    )
}
