import type { Test } from 'tap'
import { DIMENSIES } from '../../../src/domain/dimensie.ts'
import { fold } from '../../../src/reference/dutch.ts'
import { bandsOf, PROFILE, PROFILE_CHOICE } from '../../../src/reference/fml/bands.ts'
import { BAND_WORDS, bandOf, expectedLoads } from '../../../src/reference/loads.ts'
import { nearOccupations } from '../../../src/reference/near.ts'
import { sectorsOfOccupation } from '../../../src/reference/occupation-sectors.ts'
import { ISCO } from '../../../src/reference/occupations.ts'
import { SECTORS } from '../../../src/reference/sectors.ts'
import { CALIBRATION, FACE_VALIDITY } from '../loads.cases.ts'
import { rows, bytes, dims, occupation, type Row, type Shares } from './rows.ts'

/** ISCO-08, titles, heads, near occupations, sectors of an occupation. */
export function occupations(t: Test): void {
  const codes = [...ISCO.keys()]
  for (const [length, n] of [
    [1, 10],
    [2, 43],
    [3, 130],
    [4, 436]
  ] as const)
    t.equal(codes.filter(c => c.length === length).length, n, `${n} codes of ${length}`)
  t.same(
    codes.filter(c => c.length > 1 && !ISCO.has(c.slice(0, -1))),
    [],
    'every parent exists'
  )
  t.same(
    codes.filter(c => c.length < 4 && !codes.some(o => o.length === c.length + 1 && o.startsWith(c))),
    [],
    'every group has members'
  )
  const isSentence = (text: string): boolean => /^[A-ZÀ-Ý].*[^.]\.$/u.test(text) && !/[.!?] /.test(text.replace(/\b(?:bijv|enz|o\.a)\. /g, ''))
  t.same(
    [...ISCO.values()].filter(o => o.title.length < 3 || !isSentence(o.does)).map(o => `${o.code} ${o.does}`),
    [],
    'a title and one sentence each'
  )

  const titles = rows('occupations/titles.tsv')
  const KINDS = new Set(['preferred', 'variant', 'female', 'male', 'abbr', 'english', 'regional', 'old'])
  t.ok(titles.length >= 3000, 'about 3,000 titles or more')
  t.same(
    titles.filter(r => r['isco4']?.length !== 4 || !ISCO.has(r['isco4'] ?? '')),
    [],
    'every group of a title exists'
  )
  t.same(
    titles.filter(r => !KINDS.has(r['kind'] ?? '')),
    [],
    'known kinds'
  )
  t.same(
    titles.filter(r => r['title'] !== r['title']?.toLowerCase()),
    [],
    'lower case'
  )
  const sums = new Map<string, number>()
  for (const r of titles) sums.set(fold(r['title'] ?? ''), (sums.get(fold(r['title'] ?? '')) ?? 0) + Number(r['share']))
  t.same(
    [...sums].filter(([, sum]) => sum !== 100),
    [],
    'shares of a title sum to 100, accents folded'
  )
  t.same(
    titles.filter(r => !/^(?:100|[1-9]\d?)$/.test(r['share'] ?? '')),
    [],
    'whole shares'
  )
  const titled = new Set(titles.map(r => r['isco4']))
  const untitled = new Map(rows('occupations/untitled.tsv').map(r => [r['code'] ?? '', r['why'] ?? '']))
  t.same(
    codes.filter(c => c.length === 4 && titled.has(c) === untitled.has(c)),
    [],
    'every unit group has a title or a reason, not both'
  )
  t.same(
    [...untitled].filter(([code, why]) => code.length !== 4 || !ISCO.has(code) || why.length < 15),
    [],
    'reasons'
  )

  const heads = rows('occupations/heads.tsv')
  const modifiers = rows('occupations/modifiers.tsv')
  const headNames = new Set(heads.map(r => r['head']))
  t.ok(heads.length >= 60, 'about 60 heads')
  t.same(
    heads.filter(r => r['isco4'] !== '-' && (r['isco4']?.length !== 4 || !ISCO.has(r['isco4']))),
    [],
    'a head has a group or -'
  )
  t.same(
    heads.filter(r => (r['note'] ?? '').length < 5),
    [],
    'a head says why'
  )
  t.same(
    modifiers.filter(r => !headNames.has(r['head'])),
    [],
    'a modifier belongs to a head'
  )
  t.same(
    modifiers.filter(r => r['isco4']?.length !== 4 || !ISCO.has(r['isco4'])),
    [],
    'every group of a modifier exists'
  )

  const near = rows('occupations/near.tsv')
  t.same(
    near.filter(r => [r['from'], r['to']].some(c => c?.length !== 4 || !ISCO.has(c))),
    [],
    'near: groups exist'
  )
  t.same(
    near.filter(r => r['from'] === r['to'] || !/^[123]$/.test(r['strength'] ?? '')),
    [],
    'near: another group, strength 1-3'
  )
  t.same(
    near.filter(r => (r['keeps'] ?? '').length < 3 || (r['drops'] ?? '').length < 1 || (r['missing'] ?? '').length < 1),
    [],
    'near: what is kept, what drops, what is missing'
  )
  t.equal(
    codes.reduce((n, c) => n + nearOccupations(c).length, 0),
    near.length,
    'near: every row is found by its group'
  )
  t.same(nearOccupations('0000'), [], 'near: nothing for an unknown group')
  const sectorOf = (...isco: Shares): string | undefined => sectorsOfOccupation(occupation(...isco))
  t.same(
    codes.filter(c => {
      const s = sectorOf([c, 100])
      return s !== undefined && (!SECTORS.has(s) || c.length !== 4)
    }),
    [],
    'sectors of an occupation exist'
  )
  t.equal(sectorOf(['2341', 100]), '85', 'a primary teacher works in education')
  t.equal(sectorOf(['4110', 100]), undefined, 'an office worker anywhere')
  t.equal(sectorOf(['5321', 50], ['5322', 50]), undefined, 'two likely groups of two sectors')
  t.equal(sectorOf(['2341', 50], ['2342', 50]), '85', 'two likely groups of one sector')
  t.equal(sectorOf(['5321', 90], ['5223', 10]), '87', 'an unlikely group does not count')
  t.end()
}

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
  t.ok(unit.filter(r => step(r) === 1).length <= 6, 'exceptions of one band only where a rank asks for it')
  t.same(
    unit.filter(r => (r['why'] ?? '').length < 10),
    [],
    'every exception has its reason'
  )
  for (const [code, bands] of CALIBRATION) {
    const row = minor.find(r => r['isco3'] === code)
    t.equal(dims.map(d => row?.[d]).join(' '), bands, `calibration row ${code}`)
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
  t.end()
}
