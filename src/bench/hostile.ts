import { allPhrases } from '../feed/text/phrases.ts'
import { once } from '../reference/once.ts'

/** A text an attacker may send is at most this long; longer ones are cut on receipt. */
export const HOSTILE_LENGTH = 100_000

/** The same numbers for the same seed, 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed | 1
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 0x8000_0000
  }
}

const hits = once(() => allPhrases().map(p => p.hit.replace(/[.!?]$/, '')))
const words = once(() => [...new Set(hits().flatMap(h => h.split(' ')))])

type Piece = (random: () => number) => string
const pick =
  (list: readonly string[]): Piece =>
  random =>
    list[Math.floor(random() * list.length)] ?? ''
const oneOf = (...list: readonly string[]): Piece => pick(list)
const hit: Piece = random => pick(hits())(random)
const word: Piece = random => pick(words())(random)

/** Ways to make rules slow: what they look for without its end, repeated, nested, glued, unbroken. Each gives one piece; pieces are repeated until the text is full. */
const PIECES: Readonly<Record<string, Piece>> = {
  'cijfers met blanco': r => `${Math.floor(r() * 99)} `,
  'een cijferreeks': r => String(Math.floor(r() * 10)),
  'bereiken van uren': r => `${Math.floor(r() * 40)} tot ${Math.floor(r() * 40)} - `,
  'bedragen zonder eenheid': r => `€ ${Math.floor(r() * 9_999)} tot `,
  klokken: r => `van ${Math.floor(r() * 24)}.00 tot `,
  'kilo’s zonder getal': oneOf('je tilt tot ', 'zakken van ', 'kg '),
  niveaus: oneOf('mbo ', 'hbo of ', 'niveau ', 'diploma ', 'wo-'),
  ontkenningen: oneOf('niet ', 'geen ', 'hoeft ', 'is er ', 'ook '),
  'hetzelfde woord': () => 'tillen ',
  'woorden van de regels': r => `${word(r)} `,
  'voorbeelden zonder punt': r => `${hit(r)} `,
  'voorbeelden met komma': r => `${hit(r)}, `,
  'halve voorbeelden': r => `${hit(r).slice(0, -4)} `,
  'voorbeelden als zinnen': r => `${hit(r)}. `,
  'voorbeelden als opsomming': r => `- ${hit(r)}\n`,
  'een woord zonder einde': () => 'werk',
  streepjes: oneOf('avond-', 'nacht- ', 'en '),
  haakjes: oneOf('(', '((', ') '),
  'open tags': oneOf('<', '<p ', '<div class="', '<!--'),
  'geneste tags': oneOf('<ul><li>', '<p>', '</b>'),
  entiteiten: oneOf('&amp;', '&amp;amp;', '&#', '&lt;p&gt;'),
  adressen: oneOf('www.', 'a@a', 'https://', '@'),
  accenten: oneOf('e\u0301', 'n\u0303', 'é', 'ë '),
  beeldtekens: oneOf('😀', '\u{1F469}\u200D\u{1F527}', '\u200B', '\uFEFF'),
  regels: oneOf('\n', '\n\n', ' \n', '- \n', '•\n'),
  apostrofs: oneOf("'s ", "zo'n", "'", '’'),
  punten: oneOf('.', '. ', 'o.a. ', 'bijv. ', '; ')
}

export interface HostileText {
  readonly kind: string
  readonly text: string
}

/** Hostile texts in turn by kind, the same ones for the same seed. */
export function* hostileTexts(count: number, seed = 1): Generator<HostileText> {
  const kinds = Object.entries(PIECES)
  for (let i = 0; i < count; i++) {
    const [kind, piece] = kinds[i % kinds.length] as [string, Piece]
    const random = numbers(seed * 7_919 + i)
    let text = ''
    while (text.length < HOSTILE_LENGTH) text += piece(random)
    yield { kind, text: text.slice(0, HOSTILE_LENGTH) }
  }
}
