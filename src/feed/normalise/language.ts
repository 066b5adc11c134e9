/** The commonest words of three languages. */
const COMMONEST: ReadonlyArray<readonly ['nl' | 'en' | 'de', string]> = [
  ['nl', 'de het een en van je wij voor met zijn jij bij ons niet ook als naar werken onze jouw'],
  ['en', 'the and of you we for with our your are to will is a this that as on'],
  ['de', 'der die das und mit wir für sie ein eine zu ist oder bei']
]
/** The letters of a short word as two small numbers: a look-up by them makes no new string, nor a number beyond 31 bits, for each word of each text. */
const SHIFT = 10
const FIRST = 2
/** Five letters: two and three. */
const LONGEST_COMMON = 5

type Language = (typeof COMMONEST)[number][0]
/** The languages of the commonest words, by their first two letters and by the rest. */
const languageOfWord = new Map<number, Map<number, Language>>()
for (const [lang, words] of COMMONEST)
  for (const word of words.split(' ')) {
    let [head, tail] = [0, 0]
    for (let i = 0; i < word.length; i++) {
      if (i < FIRST) head = (head << SHIFT) | word.charCodeAt(i)
      else tail = (tail << SHIFT) | word.charCodeAt(i)
    }
    languageOfWord.set(head, (languageOfWord.get(head) ?? new Map<number, Language>()).set(tail, lang))
  }
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
    let [head, tail] = [0, 0]
    for (let c = lower.charCodeAt(i); isLetter(c); c = lower.charCodeAt(++i)) {
      if (i - start < FIRST) head = (head << SHIFT) | c
      else if (i - start < LONGEST_COMMON) tail = (tail << SHIFT) | c
    }
    if (i === start) continue
    words++
    const lang = i - start <= LONGEST_COMMON ? languageOfWord.get(head)?.get(tail) : undefined
    if (lang !== undefined) score[lang]++
  }
  const lang = score.nl >= score.en && score.nl >= score.de ? 'nl' : score.en >= score.de ? 'en' : 'de'
  return words < 8 || score[lang] < 3 ? null : lang
}
