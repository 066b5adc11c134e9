import { CERTIFICATES, UNKNOWN_PAPER } from '../../reference/licences.ts'
import { plain, type Bar, type Criterion } from '../criterion.ts'
import { any, never, not } from '../predicate.ts'

const codes = [...CERTIFICATES.values()]

/**
 * Certificates the advert demands. A missing one that a short course or a request gives (VOG, BHV, VCA) is a question; a
 * registration that cannot be had so (BIG, lesbevoegdheid) is a conflict (`reference-data.md` 7). Never noted = unknown.
 */
export const certificaten: Criterion = {
  id: 'certificaten',
  label: 'Certificaten en registraties',
  order: 33,
  max: () => 0,
  groups: () => [],
  bars(c) {
    const held = new Set(c.profile.certificates ?? [])
    const missing = codes.filter(k => !held.has(k.code))
    const bars: Bar[] = [
      {
        id: 'certificaten',
        conflict:
          c.profile.certificates === null
            ? never
            : any(
                'cert',
                missing.filter(k => !k.obtainable).map(k => k.code)
              ),
        fits: not(any('cert', [...missing.filter(k => k.code !== 'VOG').map(k => k.code), UNKNOWN_PAPER])),
        question: 'Mag het gevraagde papier na het aanbod worden gehaald?',
        lever: 'papieren'
      }
    ]
    if (!held.has('VOG')) {
      bars.push({
        id: 'certificaten.vog',
        conflict: never,
        fits: not(any('cert', ['VOG'])),
        question: 'Mag de VOG na aanbod worden aangevraagd?',
        lever: 'papieren'
      })
    }
    return bars
  },
  explain(stand, c, v) {
    const held = new Set(c.profile.certificates ?? [])
    const missing = v.certificates.filter(k => !held.has(k) && (stand.bar.id === 'certificaten.vog') === (k === 'VOG'))
    return plain(stand.state === 'conflict' ? 'certificaat.ontbreekt' : stand.state === 'fits' ? 'certificaat.past' : 'certificaat.te-regelen', {
      missing: missing.join(', ')
    })
  }
}
