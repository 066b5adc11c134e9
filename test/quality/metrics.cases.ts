import type { Test } from 'tap'
import type { Load } from '../../src/domain/load.ts'
import { LoadSchema } from '../../src/domain/load.ts'
import { VacancyFactsSchema, type VacancyFacts } from '../../src/domain/vacancy.ts'
import { AdvertScore } from '../../src/quality/adverts.ts'
import type { Labels } from '../../src/quality/labels.ts'
import { scoresOf, share } from '../../src/quality/tally.ts'
import { TitleScore, type TitleReading } from '../../src/quality/titles.ts'

const reading = (isco: string | null, confidence: number, ranked: readonly string[] = isco === null ? [] : [isco]): TitleReading => ({
  isco,
  method: isco === null ? 'none' : 'exact',
  confidence,
  ranked
})

/** Five titles by hand: right, right in a larger group, wrong and sure, wrong and unsure, silent; and two without occupation. */
export async function titleArithmetic(t: Test): Promise<void> {
  const s = new TitleScore()
  t.equal(s.add(['5120'], reading('5120', 4), 'kok'), true)
  t.equal(s.add(['43'], reading('4321', 3), 'magazijn'), true, 'a shorter label stands for the group below it')
  t.equal(s.add(['2221', '3221'], reading('5321', 3, ['5321', '3221']), 'zuster'), false)
  t.equal(s.add(['9112'], reading('9111', 2, ['9111', '9122']), 'poetser'), false)
  t.equal(s.add(['7212'], reading(null, 0, ['7213', '7212']), 'qqq'), false, 'an offer is no answer')
  t.equal(s.add([], reading(null, 0), 'topper'), true, 'silence is right where there is no occupation')
  t.equal(s.add([], reading('4110', 4), 'medewerker'), false)
  t.match(s.figures(), { rows: 7, rank1: 0.4, rank5: 0.8, abstained: 0.2, confidentWrong: share(2, 7), wrong: share(3, 7), abstainedRightly: 0.5 })
  t.match(new TitleScore().figures(), { rows: 0, rank1: null, confidentWrong: null }, 'nothing of nothing is no figure')
}

const load = (dimensie: string, given: Partial<Load>): Load =>
  LoadSchema.parse({ dimensie, amount: null, provenance: 'expected', kind: 'text', confidence: 3, ...given })
const facts = (given: Record<string, unknown>): VacancyFacts => VacancyFactsSchema.parse({ title: 'x', ...given })
const figuresOf = (...rows: ReadonlyArray<readonly [Labels, VacancyFacts]>): ReturnType<AdvertScore['figures']> => {
  const s = new AdvertScore()
  for (const [labels, v] of rows) s.add(labels, v)
  return s.figures()
}

export async function fieldArithmetic(t: Test): Promise<void> {
  t.strictSame(scoresOf({ right: 3, wrong: 1, missed: 2 }), { precision: 0.75, recall: 0.6, right: 3, wrong: 1, missed: 2 })
  const hours = { min: 24, max: 32 }
  const f = figuresOf(
    [
      { hours, licences: ['B', 'BE'], evening: true, remote: [null, 'none'], salary: { min: 15, period: 'HOUR' } },
      facts({ hours, licences: ['B', 'C'], remote: 'none' })
    ],
    [
      { hours, licences: ['B', '?'], evening: null, employer: ['agency'], salary: { min: 15, period: 'HOUR' } },
      facts({ hours: { min: 24, max: 40 }, licences: ['B', 'C'], schedule: { evening: false } })
    ],
    [{ hours: null, licences: [], salary: null }, facts({ hours, salary: { min: 15, unit: 'HOUR' } })],
    [
      { hours: { min: 28.8, max: 32 }, salary: { min: 15, period: 'HOUR' } },
      facts({ hours: { min: 29, max: 32 }, salary: { min: 15, max: 18, unit: 'HOUR' } })
    ],
    [{ hours, salary: { min: 15, period: 'MONTH' } }, facts({ salary: { min: 15, unit: 'HOUR' } })]
  )
  t.match(f.fields['hours'], { right: 2, wrong: 2, missed: 2 }, 'a wrong value is found wrongly and missed; the half hour does not matter')
  t.match(f.fields['licences'], { right: 2, wrong: 1, missed: 1 }, 'codes count one by one; ? leaves the others unjudged')
  t.match(f.fields['evening'], { right: 0, wrong: 1, missed: 1 }, '"no evening" where nothing is said is wrong')
  t.match(f.fields['remote'], { right: 1, wrong: 0, missed: 0 })
  t.match(f.fields['employer'], { right: 0, wrong: 0, missed: 1 }, 'unknown is nothing found')
  t.match(f.fields['salary'], { right: 1, wrong: 2, missed: 3 }, 'a bound the label does not give is not judged; the period is')
  t.notOk('education' in f.fields, 'a field nobody labelled has no figures')
}

const kg = (value: number | boolean): Partial<Load> => ({ provenance: 'stated', amount: { op: 'max', value, unit: 'kg' } })

export async function loadArithmetic(t: Test): Promise<void> {
  const stated = { provenance: ['stated' as const], value: 10 }
  const expected = (band: number): { provenance: ['expected']; band: number } => ({ provenance: ['expected'], band })
  const f = figuresOf(
    [{ load: { tillen: stated } }, facts({ demands: [load('tillen_kg', kg(10)), load('dragen_kg', { band: 3 })] })],
    [{ load: { tillen: stated } }, facts({ demands: [load('tillen_kg', kg(15))] })],
    [{ load: { tillen: stated } }, facts({ demands: [load('tillen_kg', { band: 3 })] })],
    [
      { load: { staan: expected(3), klant: { provenance: ['absent'], case: 'trap' } } },
      facts({ demands: [load('staan_uur_dag', { band: 2 }), load('klantcontact', { band: 3 })] })
    ],
    [{ load: { staan: { ...expected(4), case: 'hedge' } } }, facts({ demands: [load('staan_uur_dag', { band: 2 })] })],
    [{ load: { tillen: { provenance: ['stated'], value: false, case: 'negation' } } }, facts({ demands: [load('tillen_kg', { ...kg(false), band: 0 })] })],
    [
      { load: { tillen: null, rijden: { provenance: ['stated', 'expected'] } } },
      facts({ demands: [load('tillen_kg', { band: 4 }), load('beroepsmatig_vervoer', { band: 2 })] })
    ],
    [
      { load: {} },
      facts({
        demands: [
          load('leidinggeven', { provenance: 'stated' }),
          load('etmaal', { band: 2 }),
          load('tillen_kg', { kind: 'occupation', band: 4, confidence: 2 })
        ]
      })
    ],
    [{}, facts({ demands: [load('leidinggeven', { provenance: 'stated' })] })]
  )
  t.match(f.dimensions['tillen']?.stated, { right: 2, wrong: 1, missed: 2 }, 'the amount must be the same; words are no amount')
  t.match(f.dimensions['tillen']?.expected, { right: 0, wrong: 1, missed: 0 }, 'words beside the right amount count for nothing; instead of it they are wrong')
  t.match(f.dimensions['staan']?.expected, { right: 1, wrong: 1, missed: 1 }, 'a band further is the same reading, two are not')
  t.match(f.dimensions['rijden']?.expected, { right: 1, wrong: 0, missed: 0 }, 'either kind is right')
  t.match(f.dimensions['leiding']?.stated, { right: 0, wrong: 1, missed: 0 }, 'a dimension without a label is absent, but not in an advert without load labels')
  t.match(
    f,
    { stated: { right: 2, wrong: 2, missed: 2 }, expected: { right: 2, wrong: 3, missed: 1 } },
    'hours of the day and the occupation are no load of the text'
  )
  t.strictSame(f.cases, {
    negation: { labels: 1, right: 1, wrong: 0 },
    hedge: { labels: 1, right: 0, wrong: 1 },
    trap: { labels: 1, right: 0, wrong: 1 }
  })
}

/** A bare denial is written as the value `false` or as band 0: the two are one label, and no amount. */
export async function deniedLoad(t: Test): Promise<void> {
  const band0 = { tillen: { provenance: ['stated' as const], band: 0 } }
  const no = { tillen: { provenance: ['stated' as const], value: false } }
  const one = (labels: NonNullable<Labels['load']>, given: Partial<Load>): unknown =>
    figuresOf([{ load: labels }, facts({ demands: [load('tillen_kg', given)] })]).dimensions['tillen']?.stated
  const right = { right: 1, wrong: 0, missed: 0 }
  const wrong = { right: 0, wrong: 1, missed: 1 }
  t.match(one(band0, { ...kg(false), band: 0 }), right)
  t.match(one(band0, kg(false)), right)
  t.match(one(no, { provenance: 'stated', band: 0 }), right)
  t.match(one(band0, kg(10)), wrong, 'an amount is no denial')
  t.match(one(no, kg(10)), wrong)
  t.match(one({ tillen: { provenance: ['stated'] } }, { ...kg(false), band: 0 }), wrong, 'a plain "stated" is no denial')
  t.match(one({ tillen: { provenance: ['stated'], band: 3 } }, kg(12)), right, 'a band above 0 asks for no value')
}

export async function loadKeys(t: Test): Promise<void> {
  const v = facts({ demands: [load('tillen_kg', kg(10)), load('dragen_kg', { band: 3 }), load('deadlines', { band: 3 })] })
  const f = figuresOf([{ load: { tillen_kg: { provenance: ['stated'], value: 10 } } }, v])
  t.strictSame(Object.keys(f.dimensions), ['deadlines', 'tillen_kg'], 'the key beside a labelled one is not judged, another dimension is')
  t.match(f, { stated: { right: 1, wrong: 0 }, expected: { right: 0, wrong: 1 } })
}
