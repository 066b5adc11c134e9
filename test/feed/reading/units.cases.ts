import * as fc from 'fast-check'
import type { Test } from 'tap'
import { cleanText } from '../../../src/feed/normalise/clean.ts'
import { WORD } from '../../../src/feed/text/pattern-words.ts'
import { Lexicon, phraseWords } from '../../../src/feed/text/lexicon.ts'
import { titleUnit, unitsOf, type Unit } from '../../../src/feed/text/units.ts'
import { clauseAt, isNotNeeded, isWish } from '../../../src/feed/text/wish.ts'

/** Headings of each part; what an advert in one line is taken apart by (`normalise/squeezed.ts`) must open the part it names. */
const HEADINGS: Readonly<Record<string, string>> = {
  taken:
    'Over de functie|Over deze functie|Over deze vacature|Over de rol|Wat ga je doen|Wat ga jij allemaal doen|Wat je gaat doen|Wat doe je|Dit ga je doen|Dit wordt je functie|Zo is jouw werk|Je nieuwe baan|Jouw rol|Jouw taken|Je werkzaamheden|Jouw verantwoordelijkheden|Jouw werkdag|Jouw opdracht|Hoe ziet je dag eruit|Zo ziet jouw werkdag eruit|Functieomschrijving|Functiebeschrijving|Functieprofiel|Functieinhoud|Taakomschrijving|Takenpakket|Opdrachtomschrijving|Verantwoordelijkheden|De functie|De rol',
  eisen:
    'Wie ben jij|Wie zoeken wij|Wie we zoeken|Je profiel|Jouw talenten|Jouw achtergrond|Wat vragen wij|Wat verwachten wij van jou|Wat wij vragen|Wat we van jou verwachten|Wij vragen|Dit vragen wij|Dit ben jij|Dit breng jij mee|Wat breng je mee|Wat neem jij mee|Wat heb je in huis|Herken jij je hierin|Gewenst profiel|Kennis en ervaring|Functie eisen|Functie-eisen|Vereisten|Het profiel',
  bieden:
    'Wat bieden wij|Wat wij bieden|Dit bieden wij jou|Wij bieden|Ons aanbod|Wat krijg je|Wat krijg jij van ons|Dit krijg je|Wat kun je verwachten|Wat mag jij van ons verwachten|Arbeidsvoorwaarden|Het aanbod',
  'over-ons':
    'Over ons|Over het bedrijf|Over de organisatie|Over de opdrachtgever|Wie zijn wij|Wie wij zijn|Waar ga je werken|Waar kom jij te werken|Bedrijfsomschrijving|Bedrijfsprofiel|De organisatie|Het team|Het bedrijf|Jouw team',
  procedure: 'Heb je interesse|Heb jij vragen|Meer weten|Meer informatie|Sollicitatieprocedure|Solliciteren|Geïnteresseerd'
}

/** Sections, sentences and words. */
export function pieces(t: Test): void {
  const inOneLine = 'Wij zijn een kleine winkel in planken en balken, en wij leveren aan iedereen die iets wil maken van hout. '.repeat(3)
  for (const [section, headings] of Object.entries(HEADINGS)) {
    const wrong = headings.split('|').filter(h => {
      const units = unitsOf(cleanText(`${inOneLine}${h} In deze zin staat van alles over planken.`).text)
      return units.find(u => u.text.trim() === h)?.section !== section || units.at(-1)?.section !== section
    })
    t.same(wrong, [], `headings of ${section}, also inside a line`)
  }
  const sections = (text: string): readonly string[] => unitsOf(text).map(u => u.section)
  t.same(sections('Inleiding zonder kop.\nWat ga je doen?\nWerken.\nWie ben jij?\n- Sterk.\nWat bieden wij?\nGeld.\nOver ons\nGroot.\nSolliciteren\nMail.'), [
    'anders',
    'taken',
    'taken',
    'eisen',
    'eisen',
    'bieden',
    'bieden',
    'over-ons',
    'over-ons',
    'procedure',
    'procedure'
  ])
  t.same(
    sections('Salaris: € 2400 bruto per maand\nDuur: een jaar\nNamens een kliniek in Ede zoeken wij iemand die alle post en alle dossiers bijhoudt.'),
    ['bieden', 'bieden', 'anders'],
    'a row of a form opens no part of the prose below it'
  )
  t.same(
    sections('Jouw profiel\nJe hebt interesse in hout\nJe kunt vlot rekenen\nHet is werk met vragen van klanten van allerlei slag en uit het hele land.'),
    ['eisen', 'eisen', 'eisen', 'eisen'],
    'a list item that lost its mark is no heading'
  )
  t.same(
    sections('Over het bedrijf\nEen korte kennismaking\nEen leverancier van planken en balken, die al jaren in de hele streek bekend is om zijn hout.'),
    ['over-ons', 'over-ons', 'over-ons'],
    'the second line of a head opens nothing of its own'
  )
  t.same(sections('Wat vragen wij?\n- Een diploma.\nMogelijk ook interessant\nKok in Gent'), ['eisen', 'eisen'], 'other vacancies are not read')
  t.same(sections('Over Houtboer\nGroot.\nOver jou\nSterk.\nWat mag je van ons verwachten?\nGeld.\nWat mogen wij van jou verwachten?\nWerk.'), [
    'over-ons',
    'over-ons',
    'eisen',
    'eisen',
    'bieden',
    'bieden',
    'eisen',
    'eisen'
  ])
  t.same(
    sections('Over ons\nGroot.\nWaar worden wij blij van?\n\n- Een diploma.'),
    ['over-ons', 'over-ons', 'anders', 'anders'],
    'a list ends what is told of the employer'
  )
  t.same(sections('- Over ons in een lijst\nWerken.'), ['anders', 'anders'], 'a list item is no heading')
  t.same(
    unitsOf('Je werkt o.a. in de hal. Je tilt 1.5 kilo! En dan? Ja; nee').map(u => u.text.trim()),
    ['Je werkt o.a. in de hal.', 'Je tilt 1.5 kilo!', 'En dan?', 'Ja;', 'nee'],
    'sentences'
  )
  t.same(titleUnit('Kok').words, [0, 3])
  const piece = fc.constantFrom('Je tilt ', 'Over ons', '\n', '. ', '- ', 'é', '’', '🚀', 'ĳ', '\u00a0', '12 kg', ' www.a.nl ', ' a@b.nl')
  const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }).map(p => p.join(''))
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(text, description => {
        let at = 0
        for (const u of unitsOf(description)) {
          if (u.start < at || description.slice(u.start, u.end) !== u.text || u.folded.length !== u.text.length || u.lower.length !== u.text.length)
            return false
          if (u.words.some((from, i) => i % 2 === 0 && !/^[a-z0-9+#]+(?:'[a-z]+)?$/.test(u.folded.slice(from, u.words[i + 1])))) return false
          if (u.words.length !== 2 * (u.folded.match(WORD) ?? []).length) return false
          at = u.end
        }
        return true
      })
    )
  }, 'pieces of any text stand where they say, in order')
  const said = 'Je tilt zakken van 25 kg en rijdt op de heftruck; rijbewijs B is een pre.'
  const before = unitsOf(said)
  unitsOf(
    Array.from({ length: 30_000 }, (_, i) => `w${i.toString(36)}`)
      .join(' ')
      .slice(0, 39_000)
  )
  for (let i = 0; i < 5; i++) unitsOf(Array.from({ length: 8_000 }, (_, k) => `v${i}x${k}`).join(' '))
  t.same(unitsOf(said), before, 'a flood of new words makes the memory of words begin anew, not read otherwise')
  t.end()
}

/** Words of a list in a piece, and whether they are asked. */
export function wordsAndWishes(t: Test): void {
  const words = (text: string): Unit => titleUnit(text)
  const lexicon = new Lexicon([
    ['mbo', 1],
    ['mbo niveau 4', 2],
    ['hbo-v', 3],
    ['c#', 4],
    ['', 5]
  ])
  t.same(
    lexicon.find(words('Mbo niveau 4 of MBO')),
    [
      { value: 2, start: 0, end: 12 },
      { value: 1, start: 16, end: 19 }
    ],
    'the longest wins, hits do not overlap'
  )
  t.same(
    lexicon.find(words('HBO V')).map(h => h.value),
    [3],
    'dashes are blanks'
  )
  t.same(
    lexicon.find(words('hbov mboo C#')).map(h => h.value),
    [4],
    'whole words only'
  )
  t.same(phraseWords("Zij-instromer in 's-Gravenhage"), ['zij', 'instromer', 'in', 's', 'gravenhage'])
  for (const text of ['rijbewijs is een pre', 'bij voorkeur een diploma', 'mooi meegenomen', 'of bereid dit te halen', 'nice to have']) t.ok(isWish(text), text)
  for (const text of ['rijbewijs is verplicht', 'prettig team', 'presenteren']) t.notOk(isWish(text), text)
  for (const text of ['een diploma is niet nodig', 'rijbewijs niet vereist', 'dat is geen must', 'zonder diploma']) t.ok(isNotNeeded(text), text)
  t.notOk(isNotNeeded('een diploma is nodig'))
  t.equal(clauseAt('een diploma, maar engels is een pre', 4), 'een diploma', 'a wish in another clause says nothing')
  t.end()
}
