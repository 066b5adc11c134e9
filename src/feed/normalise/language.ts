/** The commonest words of three languages. */
const COMMONEST: ReadonlyArray<readonly ['nl' | 'en' | 'de', string]> = [
  ['nl', 'de het een en van je wij voor met zijn jij bij ons niet ook als naar werken onze jouw'],
  ['en', 'the and of you we for with our your are to will is a this that as on'],
  ['de', 'der die das und mit wir für sie ein eine zu ist oder bei']
]
/** The letters of a short word as one small number, six bits a letter: a look-up by it makes no new string for each word of each text. */
const BITS = 6
/** Five letters are thirty bits. */
const LONGEST_COMMON = 5
/** Characters of these languages lie below; others are no letters here. */
const BEYOND = 0x250
const [LETTER_A, LETTER_Z, LETTERS, ACCENTS] = [97, 122, 26, 31] as const
/** The number of each character: 1 to 26 for a to z, large or small, shared ones behind them for letters with accents, 0 for no letter. */
const NUMBERS = Uint8Array.from({ length: BEYOND }, (_, code) => {
  const c = String.fromCharCode(code).toLowerCase().charCodeAt(0)
  return c >= LETTER_A && c <= LETTER_Z ? c - LETTER_A + 1 : c >= 0xdf ? LETTERS + 1 + (c & ACCENTS) : 0
})
const numberOf = (code: number): number => (code < BEYOND ? (NUMBERS[code] as number) : 0)

const NOT_COMMON = -1
const LANGUAGES = ['nl', 'en', 'de'] as const
/** A table with a free place behind each word that is in it: a look-up is a multiplication and seldom more than one comparison. */
const [SLOTS, FAR_APART, SHIFT] = [1_024, 0x9e37_79b1, 22] as const
const slotOf = (letters: number): number => Math.imul(letters, FAR_APART) >>> SHIFT
/** The letters of each commonest word, 0 for none, and its place in `LANGUAGES`. */
const [wordAt, languageAt] = [new Int32Array(SLOTS), new Int8Array(SLOTS)]
for (const [lang, words] of COMMONEST)
  for (const word of words.split(' ')) {
    let letters = 0
    for (let i = 0; i < word.length; i++) letters = (letters << BITS) | numberOf(word.charCodeAt(i))
    let slot = slotOf(letters)
    while (wordAt[slot] !== 0 && wordAt[slot] !== letters) slot = (slot + 1) & (SLOTS - 1)
    wordAt[slot] = letters
    languageAt[slot] = LANGUAGES.indexOf(lang)
  }
function languageOfWord(letters: number): number {
  for (let slot = slotOf(letters); wordAt[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) if (wordAt[slot] === letters) return languageAt[slot] as number
  return NOT_COMMON
}
const READ = 5_000
const units = new Uint16Array(READ)
const bytes = Buffer.from(units.buffer)

/** Language by its commonest words; null when the text is too short to tell. */
export function languageOf(text: string): (typeof LANGUAGES)[number] | null {
  const scores = [0, 0, 0]
  // Written out at once: to ask a string for each letter costs more than all the rest.
  const end = bytes.write(text, 'utf16le') / 2
  let words = 0
  let [letters, length] = [0, 0]
  for (let i = 0; i <= end; i++) {
    const letter = i < end ? numberOf(units[i] as number) : 0
    if (letter > 0) {
      letters = (letters << BITS) | letter
      length++
    } else if (length > 0) {
      words++
      const lang = length <= LONGEST_COMMON ? languageOfWord(letters) : NOT_COMMON
      if (lang !== NOT_COMMON) scores[lang] = (scores[lang] as number) + 1
      letters = 0
      length = 0
    }
  }
  // On a tie the first of the list.
  const best = Math.max(...scores)
  return words < 8 || best < 3 ? null : (LANGUAGES[scores.indexOf(best)] as (typeof LANGUAGES)[number])
}
