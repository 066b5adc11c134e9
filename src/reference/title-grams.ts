const SHORTEST = 3
const LONGEST = 4

/** What a character counts as in a gram: letters, figures, the end of a word, and the few other signs; one digit of a number. */
const SIGNS = "_abcdefghijklmnopqrstuvwxyz0123456789+#&.'"
const BASE = SIGNS.length + 1
const digits = new Uint8Array(0x80).fill(BASE - 1)
for (let i = 0; i < SIGNS.length; i++) digits[SIGNS.charCodeAt(i)] = i
const digitOf = (code: number): number => (code < digits.length ? (digits[code] as number) : BASE - 1)

/** Grams of three come before those of four; both are found by what they count as. */
const PLACES = BASE ** SHORTEST + BASE ** LONGEST

/** The grams of a form: those that are known by number, once each, and how many are not. */
export interface FormGrams {
  readonly known: readonly number[]
  readonly unknown: number
}

/** Rows of whole numbers one behind the other: row `i` goes from `from[i]` to `from[i + 1]`. As arrays of their own they cost more than their filling. */
export interface Rows {
  readonly all: Int32Array
  readonly from: Int32Array
}

/** The same the other way round: for each of `count` numbers the rows it stands in. */
function turned({ all, from }: Rows, count: number): Rows {
  const begins = new Int32Array(count + 1)
  for (const n of all) begins[n + 1] = (begins[n + 1] as number) + 1
  for (let n = 0; n < count; n++) begins[n + 1] = (begins[n + 1] as number) + (begins[n] as number)
  const next = begins.slice()
  const rows = new Int32Array(all.length)
  for (let row = 0; row + 1 < from.length; row++)
    for (let i = from[row] as number; i < (from[row + 1] as number); i++) {
      const n = all[i] as number
      const at = next[n] as number
      rows[at] = row
      next[n] = at + 1
    }
  return { all: rows, from: begins }
}

/** Which grams stand in which titles; grams and titles by number, in the order in which they were met. */
export interface TitleGrams {
  /** The character grams of a form, word by word with word ends marked, and the words themselves. */
  readonly of: (form: string) => FormGrams
  /** For each title its grams. */
  readonly own: Rows
  /** For each gram the titles it stands in, ascending. */
  readonly titles: Rows
  /** For each gram how rare it is: the logarithm of all titles over those that have it. */
  readonly rarity: Float64Array
}

/** Calls `take` for each gram of a word with its ends marked: the place of its characters, from 0. */
function eachGram(word: string, take: (place: number) => void): void {
  let [third, fourth] = [0, 0]
  for (let i = -1; i <= word.length; i++) {
    const digit = i < 0 || i === word.length ? 0 : digitOf(word.charCodeAt(i))
    third = (third % (BASE * BASE)) * BASE + digit
    fourth = (fourth % BASE ** SHORTEST) * BASE + digit
    if (i >= 1) take(third)
    if (i >= 2) take(BASE ** SHORTEST + fourth)
  }
}

/** Numbers the grams of titles once, for all that is counted of them: tens of thousands of titles have millions of grams. */
export function titleGrams(titles: readonly string[]): TitleGrams {
  /** The number of a gram plus one, by place; 0 for one that no title has. */
  const numbers = new Int32Array(PLACES)
  const words = new Map<string, number>()
  let count = 0
  const found: number[] = []
  /** The title or question a gram was last met in, so that it counts once. */
  let met = new Int32Array(1 << 16)
  let round = 0
  let unknown = 0
  const take = (number: number): void => {
    if (number >= met.length) {
      const wider = new Int32Array(2 * met.length)
      wider.set(met)
      met = wider
    }
    if (met[number] === round) return
    met[number] = round
    found.push(number)
  }
  /** Reads the grams of a form into `found`; a new one gets a number when there is something to learn. */
  function read(form: string, learns: boolean): void {
    round++
    found.length = 0
    unknown = 0
    for (const word of form.split(/[\s-]+/)) {
      if (word === '') continue
      const known = words.get(word)
      if (known !== undefined) take(known)
      else if (learns) {
        words.set(word, count)
        take(count++)
      } else unknown++
      eachGram(word, place => {
        const number = numbers[place] as number
        if (number > 0) take(number - 1)
        else if (learns) {
          numbers[place] = ++count
          take(count - 1)
        } else unknown++
      })
    }
  }
  const grams: number[] = []
  const from = new Int32Array(titles.length + 1)
  for (const [i, title] of titles.entries()) {
    read(title, true)
    for (const g of found) grams.push(g)
    from[i + 1] = grams.length
  }
  const own: Rows = { all: new Int32Array(grams), from }
  const standIn = turned(own, count)
  const rarity = new Float64Array(count)
  for (let g = 0; g < count; g++) rarity[g] = Math.log(titles.length / ((standIn.from[g + 1] as number) - (standIn.from[g] as number)))
  return {
    of(form) {
      read(form, false)
      return { known: [...found], unknown }
    },
    own,
    titles: standIn,
    rarity
  }
}
