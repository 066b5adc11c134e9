import * as fc from 'fast-check'
import type { Test } from 'tap'
import { evaluate } from '../../../src/match/predicate.ts'
import { searchVacancies } from '../../../src/match/search-vacancies.ts'
import { textQuery } from '../../../src/match/text-query.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { ask, idsOf, market } from './ground.ts'

const holds = (text: string, title: string, facts = {}): boolean => {
  const { predicate } = textQuery(text)
  return predicate !== undefined && evaluate(predicate, vacancy('bron:tekst', { title, ...facts }).prepared)
}

/** A misspelt word finds what the word would have found, and the answer says so. */
export async function typing(t: Test): Promise<void> {
  const right = await ask({ text: 'archief', size: 100 })
  const wrong = await ask({ text: 'archif', size: 100 })
  t.same(right.widened, [], 'a known word is searched alone')
  t.same(wrong.widened, [{ typed: 'archif', also: ['archief', 'archive'] }])
  t.same(idsOf(wrong.hits.map(h => h.vacancy)), idsOf(right.hits.map(h => h.vacancy)))
  t.same(wrong.counts, right.counts, 'the counts are of the same question as the page')
  t.same((await ask({ text: 'zeppelin' })).widened, [], 'nothing is like it')
  const second = await ask({ text: 'archif', size: 1 })
  t.same((await ask({ text: 'archif', size: 1, cursor: second.next as string })).widened, wrong.widened, 'on every page')
  const list = await searchVacancies(market, AT, { text: 'archif', facets: {}, size: 100 })
  t.same([list.total, list.widened], [3, wrong.widened], 'without a candidate too')

  t.ok(holds('Archif', 'Archif BV zoekt collega'), 'what was typed counts as well: it may be a name')
  t.ok(holds('magazijnmedwerker', 'Magazijnmedewerker gezocht'))
  t.notOk(holds('magazijnmedwerker nacht', 'Magazijnmedewerker gezocht'), 'every word still counts')
  t.notOk(holds('schoonmaak', 'Schoonmakelaar'), 'a known word finds only itself')
  t.notOk(holds('utrech', 'Kok in Utrecht'), 'places are not guessed')
  const caretaker = { occupation: { raw: null, isco: [{ code: '5153', share: 100 }], sourceCode: null, method: 'exact' as const, confidence: 4 } }
  t.ok(holds('huismester', 'Collega gezocht', caretaker), 'an occupation is found by its misspelt name')
  t.notOk(holds('timmermn', 'Collega gezocht', { occupation: { ...caretaker.occupation, isco: [{ code: '7115', share: 100 }] } }), 'not when two may be meant')
  t.same(
    [textQuery(''), textQuery('de en !')],
    [1, 2].map(() => ({ predicate: undefined, widened: [] })),
    'no word, no question'
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', 'shoonmaak', 'conciërge', 'e-bieke'), (text, extra) => {
      const typed = `${text} ${extra}`
      return JSON.stringify(textQuery(typed)) === JSON.stringify(textQuery(typed))
    }),
    { numRuns: 100 }
  )
}
