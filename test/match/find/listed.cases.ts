import type { Test } from 'tap'
import type { Vacancy } from '../../../src/domain/vacancy.ts'
import { FACETS } from '../../../src/match/find.ts'
import { candidate } from '../../helpers/candidate.ts'
import { HIDDEN, LISTED, OWN } from '../find-market.ts'
import { ask, belongs, groups, idsOf } from './ground.ts'

/** Four groups, and how many stand in each. */
export async function counted(t: Test): Promise<void> {
  for (const group of groups) {
    const found = await ask({ group, size: 100 })
    const expected = LISTED.filter(belongs[group])
    t.same(
      found.counts,
      {
        searched: LISTED.length,
        passend: LISTED.filter(belongs.passend).length,
        teVerifieren: LISTED.filter(belongs['te-verifieren']).length,
        nietPassend: LISTED.filter(belongs['niet-passend']).length
      },
      `${group}: counts`
    )
    t.equal(found.counts.searched, found.counts.passend + found.counts.teVerifieren + found.counts.nietPassend, `${group}: sum`)
    t.same(idsOf(found.hits.map(h => h.vacancy)), idsOf(expected), `${group}: vacancies`)
    t.equal(found.total, expected.length, `${group}: total`)
    t.ok(
      found.hits.every(h => h.explained.verdict === (group === 'net-niet' ? 'niet-passend' : group)),
      `${group}: verdicts`
    )
  }
}

/** What is searched at all. */
export async function searched(t: Test): Promise<void> {
  const all = (await Promise.all(groups.map(async group => await ask({ group, size: 100 })))).flatMap(f => f.hits.map(h => h.vacancy.id))
  t.same(
    HIDDEN.filter(v => all.includes(v.id)),
    []
  )
  t.ok(all.includes(OWN.id))
}

const tally = (list: readonly Vacancy[], field: (typeof FACETS)[number]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const v of list) for (const code of [v.prepared[field]].flat()) if (code !== null) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Facets, with and without a choice. */
export async function facets(t: Test): Promise<void> {
  for (const group of groups) {
    const shown = LISTED.filter(belongs[group])
    const free = await ask({ group })
    for (const f of FACETS) t.same(free.facets[f], tally(shown, f), `${group} ${f}`)
  }
  const shown = LISTED.filter(belongs['niet-passend'])
  const [inSector, direct] = [(v: Vacancy) => ['84', '85'].includes(v.prepared.sector ?? ''), (v: Vacancy) => v.prepared.employer_kind === 'direct']
  const chosen = await ask({ group: 'niet-passend', size: 100, facets: { sector: ['84', '85'], employer_kind: ['direct'] } })
  t.same(idsOf(chosen.hits.map(h => h.vacancy)), idsOf(shown.filter(v => inSector(v) && direct(v))), 'both choices narrow the list')
  t.same(chosen.facets['sector'], tally(shown.filter(direct), 'sector'), 'sector leaves itself out')
  t.same(chosen.facets['employer_kind'], tally(shown.filter(inSector), 'employer_kind'), 'employer leaves itself out')
  t.same(
    chosen.facets['contract'],
    tally(
      shown.filter(v => inSector(v) && direct(v)),
      'contract'
    ),
    'a facet without a choice counts both'
  )
  t.equal(chosen.counts.searched, LISTED.filter(v => inSector(v) && direct(v)).length, 'counts follow the choices')
}

/** A text beside the question. */
export async function texts(t: Test): Promise<void> {
  const found = await ask({ text: 'archief', size: 100 })
  t.same(idsOf(found.hits.map(h => h.vacancy)), ['bron:archief.0', 'bron:archief.1', 'bron:archief.2'])
  t.equal(found.counts.searched, 3)
  t.equal((await ask({ text: 'medewerker archief' })).counts.searched, 3, 'every word counts')
  t.equal((await ask({ text: 'zeppelin' })).counts.searched, 0)
  t.equal((await ask({ text: '' })).counts.searched, LISTED.length, 'no text narrows nothing')
}

/** A candidate of whom nothing is known. */
export async function empty(t: Test): Promise<void> {
  const nobody = candidate({ travel: { home: 'Utrecht', maxKm: 5 } })
  const found = await ask({ group: 'te-verifieren', size: 100 }, nobody)
  t.same(found.counts, { searched: LISTED.length, passend: 0, teVerifieren: LISTED.length, nietPassend: 0 })
  t.ok(
    found.hits.every(h => h.explained.points === null && h.explained.max === 0 && h.explained.reasons.every(r => r.points === 0)),
    'no points'
  )
  t.ok(found.hits.every(h => h.explained.questions.includes('Vul eerst het profiel van de kandidaat in.')))
  t.same(
    found.hits.map(h => h.vacancy.id),
    [...LISTED].sort((a, b) => b.prepared.published - a.prepared.published || (a.id < b.id ? -1 : 1)).map(v => v.id),
    'newest first'
  )
  t.ok(found.scorecard.empty && found.scorecard.groups.length === 0)
}
