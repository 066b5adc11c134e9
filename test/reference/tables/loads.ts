import type { Test } from 'tap'
import { DIMENSIES } from '../../../src/domain/dimensie.ts'
import { bandsOf, PROFILE, PROFILE_CHOICE } from '../../../src/reference/fml/bands.ts'
import { BAND_WORDS, bandOf, expectedLoads } from '../../../src/reference/loads.ts'
import { ISCO } from '../../../src/reference/occupations.ts'
import { CALIBRATION, FACE_VALIDITY, ORDERS } from '../loads.cases.ts'
import { rows, bytes, dims, occupation, type Row } from './rows.ts'

/** Demand profile: form, calibration rows, face validity, expected loads. */
export function loads(t: Test): void {
  const minor = rows('loads/demands-isco3.tsv')
  const unit = rows('loads/demands-isco4.tsv')
  t.equal(dims.length, 32, '32 dimensions')
  t.same(
    minor.map(r => r['isco3']),
    [...ISCO.keys()].filter(c => c.length === 3).toSorted(bytes),
    'the 130 minor groups'
  )
  t.same(
    minor.filter(r => dims.some(d => !/^[0-4]$/.test(r[d] ?? ''))).map(r => r['isco3']),
    [],
    'every cell is a band 0-4'
  )
  t.same(
    minor.filter(r => (r['why'] ?? '').length < 40).map(r => r['isco3']),
    [],
    'every row has its reason'
  )
  t.same(
    unit.filter(r => r['isco4']?.length !== 4 || !ISCO.has(r['isco4']) || !dims.includes(r['dim'] ?? '') || !/^[0-4]$/.test(r['band'] ?? '')),
    [],
    'exceptions name a unit group, a dimension and a band'
  )
  const minorBand = new Map(minor.flatMap(r => dims.map(d => [`${r['isco3']}:${d}`, Number(r[d])] as const)))
  const step = (r: Row): number => Math.abs(Number(r['band']) - (minorBand.get(`${r['isco4']?.slice(0, 3)}:${r['dim']}`) ?? 0))
  t.same(
    unit.filter(r => step(r) === 0),
    [],
    'an exception differs from its minor group'
  )
  t.ok(unit.filter(r => step(r) === 1).length <= unit.length / 4, 'an exception of one band is the exception')
  t.same(
    unit.filter(r => step(r) > 2 && (r['why'] ?? '').length < 18),
    [],
    'more than two bands from the minor group: a reason that says what is different'
  )
  t.same(
    unit.filter(r => (r['why'] ?? '').length < 10),
    [],
    'every exception has its reason'
  )
  for (const [code, bands] of CALIBRATION) {
    const row = minor.find(r => r['isco3'] === code)
    t.equal(dims.map(d => row?.[d]).join(' '), bands, `calibration row ${code}`)
  }
  t.same(Object.keys(ORDERS), dims, 'an order for every dimension')
  for (const [dim, order] of Object.entries(ORDERS)) {
    const bands = order.split(' > ').map(c => minorBand.get(`${c}:${dim}`) ?? -1)
    t.ok(
      bands.every((b, i) => i === 0 || b < (bands[i - 1] ?? 0)),
      `${dim}: ${order} (${bands.join(' ')})`
    )
  }
  const units = [...ISCO.keys()].filter(c => c.length === 4)
  t.same(
    units.filter(c => dims.some(d => bandOf(c, d) === undefined)),
    [],
    'every unit group has a band on every dimension'
  )

  const SIT = [0, 0.5, 2, 4, 6]
  const STAND = [0, 0.5, 1, 4, 6]
  const least = (c: string): number =>
    (SIT[bandOf(c, 'zitten')?.band ?? 0] ?? 0) + (STAND[bandOf(c, 'staan')?.band ?? 0] ?? 0) + (STAND[bandOf(c, 'lopen')?.band ?? 0] ?? 0)
  t.same(
    units.filter(c => least(c) > 8),
    [],
    'sitting, standing and walking fit in a day of 8 hours'
  )

  const MEASURES = [
    ['sitting', 'zitten', 1, 20],
    ['strength', 'tillen', 1, 20],
    ['neverKneel', 'knielen', -1, 20],
    ['neverOverhead', 'bovenhands', -1, 20],
    ['static', 'tillen', 1, 1.4]
  ] as const
  for (const [measure, dim, sign, step] of MEASURES) {
    const reversed: string[] = []
    let pairs = 0
    for (const a of FACE_VALIDITY) {
      for (const b of FACE_VALIDITY) {
        const [more, less] = [a[measure], b[measure]]
        if (more === undefined || less === undefined || more - less < step) continue
        for (const x of a.groups)
          for (const y of b.groups) {
            pairs++
            if (sign * ((bandOf(x, dim)?.band ?? 0) - (bandOf(y, dim)?.band ?? 0)) < 0) reversed.push(`${x} ${y}`)
          }
      }
    }
    t.ok(pairs > 15, `${measure}: ${pairs} pairs`)
    t.same(reversed, [], `${measure} against ${dim}: no pair reversed`)
  }

  t.same([...BAND_WORDS.keys()].toSorted(bytes), dims.toSorted(bytes), 'bands in words for the 32 dimensions')
  t.same(
    [...BAND_WORDS].filter(([, w]) => w.steps.length !== 5 || new Set(w.steps).size !== 5 || w.label === ''),
    [],
    'five different steps'
  )
  t.same(
    [...BAND_WORDS].filter(([, w]) => !/^[QAWE]+$/.test(w.evidence)),
    [],
    'kinds of evidence'
  )
  for (const dim of ['tempo', 'deadlines', 'storing', 'wisselend']) t.equal(BAND_WORDS.get(dim)?.evidence, 'E', `${dim} is expert judgement`)
  for (const dim of ['zelfstandig', 'emotie', 'samenwerken', 'staan', 'lopen']) t.match(BAND_WORDS.get(dim)?.evidence, /E/, `${dim} is partly expert judgement`)
  t.same(
    Object.entries(PROFILE)
      .flatMap(([, d]) => d)
      .filter(d => !DIMENSIES.includes(d)),
    [],
    'the profile fills known dimensions'
  )
  t.same(
    Object.entries(PROFILE)
      .flatMap(([, list]) => list)
      .filter(d => bandsOf(d).length !== 5),
    [],
    'five levels for five bands'
  )
  t.same(Object.keys(PROFILE_CHOICE), ['hitte', 'koude'], 'heat and cold are answers of one dimension')
  t.same(
    Object.values(PROFILE)
      .flat()
      .filter(d => {
        const n = bandsOf(d).filter(b => b !== 'p')
        return n.some((b, i) => i > 0 && b > (n[i - 1] ?? 9))
      }),
    [],
    'more load never fits a lower level'
  )

  t.equal(bandOf('9999', 'tillen'), undefined, 'no band for a group that does not exist')
  t.same(bandOf('9112', 'huid'), { band: 4, why: minor.find(r => r['isco3'] === '911')?.['why'], group: '911', confidence: 1 }, 'a band of the minor group')
  t.match(bandOf('1323', 'klimmen'), { band: 3, group: '1323', confidence: 2 }, 'an exception of the unit group')
  t.same(expectedLoads(occupation()), [], 'no occupation, nothing expected')
  const office = expectedLoads(occupation(['4110', 100]))
  t.same([...new Set(office.map(l => l.provenance))], ['expected'], 'an occupation only expects')
  t.same(new Set(office.map(l => l.dimensie)), new Set(Object.values(PROFILE).flat()), 'on every dimension of the profile')
  t.notOk(
    expectedLoads(occupation(['4110', 50], ['9112', 50])).some(l => l.dimensie === 'zitten_uur_dag'),
    'groups that differ by two bands or more expect nothing'
  )
  t.ok(
    expectedLoads(occupation(['4110', 90], ['9112', 10])).some(l => l.dimensie === 'zitten_uur_dag'),
    'an unlikely group does not count'
  )
  const guess = (confidence: number): readonly string[] => expectedLoads({ ...occupation(['4110', 85], ['9112', 15]), confidence }).map(l => l.dimensie)
  t.ok(guess(2).includes('zitten_uur_dag'), 'nor does it of a title that is known fairly')
  t.notOk(guess(1).includes('zitten_uur_dag'), 'of a guess it does: what a person may do is not left out for a group that may be wrong')
  t.ok(guess(1).length > 0, 'on what its groups agree a guess expects too')
  t.end()
}
