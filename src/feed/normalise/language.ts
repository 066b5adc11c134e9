/** The commonest words of three languages. */
const COMMONEST: ReadonlyArray<readonly ['nl' | 'en' | 'de', string]> = [
  ['nl', 'de het een en van je wij voor met zijn jij bij ons niet ook als naar werken onze jouw'],
  ['en', 'the and of you we for with our your are to will is a this that as on'],
  ['de', 'der die das und mit wir für sie ein eine zu ist oder bei']
]
/** The letters of a short word as one number: a look-up by it makes no new string for each word of each text. */
const asNumber = (number: number, letter: number): number => number * 1_024 + letter
function numberOf(word: string): number {
  let number = 0
  for (let i = 0; i < word.length; i++) number = asNumber(number, word.charCodeAt(i))
  return number
}
const languageOfWord = new Map(COMMONEST.flatMap(([lang, words]) => words.split(' ').map(w => [numberOf(w), lang] as const)))
/** Five letters are 50 bits. */
const LONGEST_COMMON = 5
const READ = 5_000
/** a to z, and the letters with accents of these languages. */
const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 0xdf && c <= 0x24f)

/** Language by its commonest words; null when the text is too short to tell. */
export function languageOf(text: string): 'nl' | 'en' | 'de' | null {
  const score = { nl: 0, en: 0, de: 0 }
  const lower = text.slice(0, READ).toLowerCase()
  let words = 0
  for (let i = 0; i < lower.length; i++) {
    const start = i
    let number = 0
    for (; i < lower.length && isLetter(lower.charCodeAt(i)); i++) if (i - start < LONGEST_COMMON) number = asNumber(number, lower.charCodeAt(i))
    if (i === start) continue
    words++
    const lang = i - start <= LONGEST_COMMON ? languageOfWord.get(number) : undefined
    if (lang !== undefined) score[lang]++
  }
  const lang = score.nl >= score.en && score.nl >= score.de ? 'nl' : score.en >= score.de ? 'en' : 'de'
  return words < 8 || score[lang] < 3 ? null : lang
}
