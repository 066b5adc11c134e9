import type { Test } from 'tap'
import { cleanText } from '../../../src/feed/normalise/clean.ts'
import { FEEDS } from '../../../src/feed/text/phrases.ts'
import { WRONG_PLACE } from '../adverts.cases.ts'
import { FIXED } from '../fixed-loads.cases.ts'
import { ORDINARY, ORDINARY_ENGLISH } from '../ordinary-loads.cases.ts'
import { BY_DIMENSION } from '../loads.cases.ts'
import { read } from './read.ts'
import { amountOf, isAsked, isNo, loadsOf, say } from './say.ts'

/** Sentences that must be read exactly so. */
export function fixed(t: Test): void {
  for (const [text, wanted, never] of FIXED) {
    const said = loadsOf(cleanText(text).text)
    const dims = new Set(wanted.map(w => w.split('=')[0]))
    if (wanted.length > 0)
      t.same(
        said
          .filter(l => dims.has(l.dimensie))
          .map(say)
          .toSorted(),
        wanted.toSorted(),
        text
      )
    for (const dim of never) {
      if (dim.startsWith('=')) t.same(said.filter(l => amountOf(l) === dim.slice(1)).map(say), [], `${text} says no ${dim.slice(1)}`)
      else t.same(said.filter(l => l.dimensie === dim).map(say), [], `${text} says nothing of ${dim}`)
    }
  }
  for (const [text, count] of [
    ['Je tilt maximaal 5 kg, ongeveer 10 keer per uur.', 10],
    ['Je tilt tien keer per uur een doos van 12 kilo.', 10],
    ['Je tilt 5 kg, ongeveer 10 keer per uur.', 10],
    ['Je tilt zestig keer per uur hooguit 2 kg.', 60],
    ['Je tilt hooguit 4kg, ca. 12x per uur.', 12],
    ['Je tilt dozen tot 10 kg en loopt 2 keer per uur een ronde.', null],
    ['Je tilt maximaal 10 kg; de band stopt 2 keer per uur.', null],
    ['Je tilt 8 kg, tien keer per uur, en 5 kg zestig keer per uur.', null],
    ['Je tilt maximaal 5 kg en belt tien klanten per uur.', null]
  ] as const) {
    const times = loadsOf(text)
      .filter(l => l.dimensie === 'tillen_kg' && l.provenance === 'stated')
      .map(l => l.frequency?.count ?? null)
    t.same([...new Set(times)], [count], `${text}: how often`)
  }
  const both = loadsOf('Je moet niet alleen tillen maar ook rijden.')
  t.notOk(
    both.some(l => isNo(l)),
    '"niet alleen" denies nothing'
  )
  t.match(
    loadsOf('Je tilt tien keer per uur een doos van 12 kilo.').find(l => l.dimensie === 'tillen_kg'),
    { provenance: 'stated', confidence: 4, kind: 'text', amount: { op: 'eq', value: 12, unit: 'kg' } }
  )
  t.match(
    loadsOf('Veel staan.').find(l => l.dimensie === 'staan_uur_dag'),
    { provenance: 'expected', confidence: 3, amount: null }
  )
  const twice = loadsOf('Je tilt maximaal 10 kilo. Tillen tot 25 kg hoort erbij.').filter(l => l.dimensie === 'tillen_kg')
  t.same(
    twice.map(l => l.conflict),
    [true, true],
    'two stated amounts that differ are a conflict'
  )
  t.same(
    loadsOf('Tillen tot 10 kg. Tillen tot 10 kg.')
      .filter(l => l.provenance === 'stated' && l.dimensie === 'tillen_kg')
      .map(l => l.conflict),
    [false],
    'the same amount twice counts once'
  )
  const strongest = loadsOf('Je moet vaak staan. Je staat de hele dag. Staan wisselt af met zitten.').filter(l => l.dimensie === 'staan_uur_dag')
  t.equal(strongest.length, 1, 'words do not add up')
  t.equal(strongest[0]?.band, 4, 'the strongest phrase counts')
  t.same(loadsOf('Lifting up to 25 kg is part of the job.', 'en').map(say), ['tillen_kg=max25kg'], 'English has its own list')
  t.same(loadsOf('Lifting up to 25 kg is part of the job.', 'nl'), [], 'and the Dutch list does not read it')
  const english = 'You will work with a great team in the hall. Lifting up to 25 kg is part of the job and we will help you with it.'
  t.same(
    read(english)
      .demands.filter(l => l.kind === 'text' && l.dimensie === 'tillen_kg')
      .map(say),
    ['tillen_kg=max25kg'],
    'an import sees the language itself'
  )
  t.same(
    read('Das Heben von Lasten bis 25 kg ist ein Teil der Arbeit und wir suchen Sie für die Nachtschicht in der Halle, mit dem Stapler.').demands,
    [],
    'another language gives no load'
  )
  t.end()
}

/** Ordinary wordings: what is said of the dimensions named, each thing once, and of which nothing is said. */
export function ordinary(t: Test): void {
  for (const [lang, cases] of [
    ['nl', ORDINARY],
    ['en', ORDINARY_ENGLISH]
  ] as const) {
    for (const [text, wanted, never] of cases) {
      const said = loadsOf(cleanText(text).text, lang)
      const dims = new Set(wanted.map(w => w.split('=')[0]))
      const found = said.filter(l => dims.has(l.dimensie)).map(say)
      t.same([...new Set(found)].toSorted(), wanted.toSorted(), text)
      for (const dim of never) t.same(said.filter(l => l.dimensie === dim).map(say), [], `${text} says nothing of ${dim}`)
    }
  }
  t.end()
}

/** How often each kind of sentence is read well. */
export function byDimension(t: Test): void {
  const score = { '+': [0, 0], '-': [0, 0], '~': [0, 0], x: [0, 0] }
  const misses: string[] = []
  for (const c of BY_DIMENSION) {
    const found = loadsOf(c.text).filter(l => FEEDS.get(c.dim)?.includes(l.dimensie))
    const good =
      c.mark === '+'
        ? found.some(isAsked)
        : c.mark === 'x'
          ? found.length === 0
          : c.mark === '-'
            ? found.every(l => isNo(l) || (l.provenance === 'expected' && (l.band ?? 0) <= 2) || l.amount?.value === 'dag')
            : found.every(l => l.provenance === 'expected' && (l.conditional || (l.band ?? 0) <= 2))
    score[c.mark][good ? 0 : 1] = (score[c.mark][good ? 0 : 1] ?? 0) + 1
    if (!good) misses.push(`${c.dim} ${c.mark} "${c.text}" > ${found.map(say).join(' ') || 'nothing'}`)
  }
  if (process.env['SHOW_MISSES'] !== undefined) t.comment(misses.join('\n'))
  const share = (mark: keyof typeof score): number => (score[mark][0] ?? 0) / ((score[mark][0] ?? 0) + (score[mark][1] ?? 0))
  t.ok(BY_DIMENSION.length >= 150, `${BY_DIMENSION.length} sentences`)
  t.ok(share('+') >= 0.8, `asked and read: ${score['+'].join(' right, ')} missed`)
  t.ok(share('-') >= 0.95, `denied and not read as asked: ${score['-'].join(' right, ')} wrong`)
  t.ok(share('~') >= 0.95, `hedged and never stated: ${score['~'].join(' right, ')} wrong`)
  t.ok(share('x') >= 0.95, `false friends: ${score.x.join(' left alone, ')} read`)
  t.end()
}

/** What is said in an advert without being asked. */
export function wrongPlace(t: Test): void {
  t.ok(WRONG_PLACE.length >= 20)
  for (const [name, text, dims] of WRONG_PLACE)
    t.same(
      loadsOf(text)
        .filter(l => dims.includes(l.dimensie))
        .map(say),
      [],
      name
    )
  t.end()
}
