import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const seeks = (...sectors: string[]) => candidate({ wishes: { sectors } })
const was = (sector: string | null) => candidate({ profile: { experience: [{ title: 'werk', sector }] } })
const of = (name: string, c: CriterionCase['candidate'], sbi2: string | null, points: number): CriterionCase => ({
  name,
  candidate: c,
  vacancy: advert({ sector: sbi2 === null ? null : { sbi2, version: '2025' } }),
  expect: { bars: {}, points }
})

/** 85 onderwijs is related to 88 kinderopvang (3), 91 bibliotheek (2) and 86 zorg (1). */
export const cases: readonly CriterionCase[] = [
  of('sought: the branch itself', seeks('85'), '85', 12),
  of('sought: closely related', seeks('85'), '88', 8),
  of('sought: related', seeks('85'), '91', 5),
  of('sought: related the other way round', seeks('91'), '85', 5),
  of('sought: a little related', seeks('85'), '86', 2),
  of('sought: not related', seeks('85'), '01', 0),
  of('earlier work: the branch itself', was('85'), '85', 10),
  of('earlier work: closely related', was('85'), '88', 8),
  of('earlier work without a branch', was(null), '85', 0),
  of(
    'sought and worked in: the better counts, no sum',
    candidate({ wishes: { sectors: ['85'] }, profile: { experience: [{ title: 'werk', sector: '85' }] } }),
    '85',
    12
  ),
  of('two sought: the better relation counts', seeks('85', '86'), '86', 12),
  of('nothing sought and nothing done', candidate(), '85', 0),
  of('branch of the advert not known', seeks('85'), null, 0)
]
