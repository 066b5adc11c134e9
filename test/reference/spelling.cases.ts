import * as fc from 'fast-check'
import type { Test } from 'tap'
import { fold, searchWords, stem, typingErrors } from '../../src/reference/dutch.ts'
import { correctionsOf, forgiven } from '../../src/reference/spelling.ts'
import { isKnownWord, knownWords } from '../../src/reference/vocabulary.ts'

/** Ordinary words as people type them, and the word they mean. */
const MISSPELT: Readonly<Record<string, string>> = {
  verpleegkundge: 'verpleegkundige',
  verplegkundige: 'verpleegkundige',
  shoonmaak: 'schoonmaak',
  schoonmkaer: 'schoonmaker',
  adminstratief: 'administratief',
  administartie: 'administratie',
  recptionist: 'receptionist',
  magazijnmedwerker: 'magazijnmedewerker',
  timmermn: 'timmerman',
  chauffuer: 'chauffeur',
  vrachtwagenchauffuer: 'vrachtwagenchauffeur',
  heftruckchaufeur: 'heftruckchauffeur',
  begeleidr: 'begeleider',
  onderwijsasistent: 'onderwijsassistent',
  tuinmna: 'tuinman',
  hoveneir: 'hovenier',
  kappesr: 'kapper',
  lassr: 'lasser',
  monteru: 'monteur',
  secretaresee: 'secretaresse',
  boekhoudr: 'boekhouder',
  boekouder: 'boekhouder',
  docnet: 'docent',
  leerkrahct: 'leerkracht',
  leeraar: 'leraar',
  verkoopmedewerkr: 'verkoopmedewerker',
  orderpiker: 'orderpicker',
  inpaker: 'inpakker',
  beveilger: 'beveiliger',
  keukenhulpp: 'keukenhulp',
  afwaser: 'afwasser',
  schildr: 'schilder',
  loodgietr: 'loodgieter',
  meselaar: 'metselaar',
  fietsenmakker: 'fietsenmaker',
  programeur: 'programmeur',
  thuiszrog: 'thuiszorg',
  kinderopvnag: 'kinderopvang',
  koerir: 'koerier',
  horca: 'horeca',
  bedeining: 'bediening',
  gastvrouww: 'gastvrouw',
  erpleegkundige: 'verpleegkundige',
  huismester: 'huismeester'
}

/** Known words in any form, codes, figures, places, words about health, short words, and words nothing is like. */
const LEFT_ALONE = (
  'verpleegkundigen Conciërge conciërges concierge receptioniste magazijnmedewerkers schoonmaken chauffeur heftruck C# vca BHV 5153 2221 n90 heftrck4 ' +
  "kokk tuim Utrecht Eindhoven 's-Hertogenbosch Bosch Friesland Amsterdm roterdam utrech burnout depressie depresie autisme zeppelin qqqqqqqqqq"
).split(' ')

const words = fc.nat().map(n => knownWords()[n % knownWords().length] as { word: string; stem: string })
const letter = fc.integer({ min: 97, max: 122 }).map(c => String.fromCharCode(c))

/** One letter left out, put in, replaced or swapped with the next. */
function slip(word: string, kind: number, at: number, by: string): string {
  const [head, tail] = [word.slice(0, at), word.slice(at)]
  if (kind === 0) return head + tail.slice(1)
  if (kind === 1) return head + by + tail
  return kind === 2 ? head + by + tail.slice(1) : head + tail.charAt(1) + tail.charAt(0) + tail.slice(2)
}

/** A misspelt word stands for the known one; a good one stands for itself. */
export function spelling(t: Test): void {
  for (const [typed, meant] of Object.entries(MISSPELT))
    t.ok(
      correctionsOf(typed).some(c => c.stem === stem(meant)),
      `${typed}: ${correctionsOf(typed)
        .map(c => c.word)
        .join(', ')}`
    )
  for (const typed of LEFT_ALONE) for (const { word } of searchWords(typed)) t.same(correctionsOf(word), [], `${word} is searched as it is`)
  t.same(correctionsOf('verpleegkundge'), [{ word: 'verpleegkundige', stem: 'verpleegkund' }], 'what people read is a word, not a stem')
  t.same(
    correctionsOf('lassr').map(c => c.word),
    ['laser', 'lassen', 'lasser'],
    'each that may be meant, by letter'
  )
  t.same(
    correctionsOf('docnet').map(c => c.word),
    ['docent', 'dotnet'],
    'a swap is one error'
  )
  for (const [typed, other] of [
    ['hakker', 'bakker'],
    ['takker', 'bakker']
  ] as const)
    t.ok(isKnownWord(other) && correctionsOf(typed).length > 0 && correctionsOf(typed).every(c => c.word !== other), `${typed} is not ${other}`)
  t.same([1, 4, 5, 8, 9, 30].map(forgiven), [0, 0, 1, 1, 2, 2])
  t.same(correctionsOf('nmotneur'), [], 'two errors are too many for eight letters')
  t.same(correctionsOf('Shoonmáák'), correctionsOf('shoonmaak'), 'case and accents do not count')
  t.ok(knownWords().length > 15_000 && knownWords().every(w => /^[a-z]{3,}$/.test(w.word)), `${knownWords().length} words of letters`)
  for (const word of ['utrecht', 'burnout', 'sappemeer']) t.notOk(knownWords().some(w => w.word === word), `${word} is proposed to nobody`) // prettier-ignore
}

/** What holds for every word. */
export function spellingLaws(t: Test): void {
  fc.assert(
    fc.property(words, ({ word }) => isKnownWord(word) && correctionsOf(word).length === 0),
    { numRuns: 300 }
  )
  const slipped = fc
    .tuple(words, fc.integer({ min: 0, max: 3 }), fc.nat(), letter)
    .filter(([w]) => w.word.length >= 6)
    .map(([w, kind, at, by]) => ({ from: w, typed: slip(w.word, kind, 1 + (at % (w.word.length - 2)), by) }))
  fc.assert(
    fc.property(slipped, ({ from, typed }) => {
      const found = correctionsOf(typed)
      if (isKnownWord(typed)) return found.length === 0
      // One error behind the first letter: the word is among those found, unless more than eight are as near.
      return found.length >= 8 || found.some(c => c.stem === from.stem)
    }),
    { numRuns: 300 }
  )
  fc.assert(
    fc.property(
      fc.oneof(
        slipped.map(s => s.typed),
        fc.string({ unit: letter, minLength: 3, maxLength: 14 }),
        fc.string({ maxLength: 12 })
      ),
      typed => {
        const found = correctionsOf(typed)
        const word = fold(typed)
        return (
          found.length <= 8 &&
          new Set(found.map(c => c.stem)).size === found.length &&
          found.every(c => {
            const errors = Math.min(typingErrors(word, c.word), typingErrors(stem(word), c.stem))
            return errors >= 1 && errors <= forgiven(word.length) && stem(c.word) === c.stem && correctionsOf(c.word).length === 0
          })
        )
      }
    ),
    { numRuns: 300 }
  )
  t.same(correctionsOf('shoonmaak'), correctionsOf('shoonmaak'), 'the same again')
}
