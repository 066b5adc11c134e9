import { capacityOf } from '../../reference/fml/capacity.ts'
import { profileGaps } from '../profile.ts'
import { plain, type Bar, type Criterion } from '../criterion.ts'
import { never } from '../predicate.ts'

const bar = (id: string, question: string): Bar => ({ id: `profiel.${id}`, conflict: never, fits: never, question, lever: null })

/**
 * What we must know of the candidate before anything may be called passend: a valid capacity document, a profile that is
 * not empty, and no text of the doctor that nobody has weighed (`fml.md` 9: until then a signaal on every vacancy).
 */
export const profiel: Criterion = {
  id: 'profiel',
  label: 'Profiel van de kandidaat',
  order: 2,
  max: () => 0,
  groups: () => [],
  bars(c, at) {
    const capacity = capacityOf(c.documents, at.day)
    const bars: Bar[] = []
    if (profileGaps(c, at).empty) bars.push(bar('leeg', 'Vul eerst het profiel van de kandidaat in.'))
    else if (capacity.leading.length === 0) bars.push(bar('geen-document', 'Is er een geldig document over de belastbaarheid (FML, IZP of BAR)?'))
    if (capacity.openTexts > 0) bars.push(bar('toelichting', 'Werk eerst de toelichting van de arts uit in beperkingen.'))
    return bars
  },
  explain: (stand, c, _v, at) =>
    plain(
      stand.bar.id,
      {
        missing: profileGaps(c, at).missing.join(', '),
        texts: capacityOf(c.documents, at.day).openTexts
      },
      stand.bar.id === 'profiel.toelichting'
    )
}
