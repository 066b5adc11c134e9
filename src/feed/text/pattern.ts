import { DENIED_BEHIND, HARDLY_BEHIND } from './denial.ts'
import { beginningOf, type Beginning } from './openings.ts'
import type { Node } from './pattern-node.ts'
import { wordsOf, type Commonness, type Words } from './pattern-words.ts'
import { verbForms } from './verb-forms.ts'

/**
 * The notation of the phrase tables (`src/reference/phrases`): words, `(a|b c)`, `[optional]`, `{n}` `{n<=5}` `{n>15}`
 * `{n6-10}` `{f}`, word classes `{GEEN}`, a denial behind `{NIET}` or nearly one `{AMPER}`, `~` for a part of a word, `…` for
 * up to four words, `<wassen>` for the forms of a verb and `<op|ruimen>` for those of a separable one. Compiled to expressions
 * without open nested repetition, so matching is linear in the length of a sentence. Parts divided by ` & ` stand in one
 * clause in any order: what is done, and with what.
 */
export interface Pattern extends Part {
  readonly source: string
  /** The other parts of a pattern with `&`. */
  readonly others: readonly Part[]
  /** For each element that asks for something literal: the words of which one must stand in the sentence. */
  readonly certain: readonly Words[]
  readonly number: { readonly min: number; readonly max: number }
}

/** One part of a pattern. */
export interface Part {
  readonly nodes: readonly Node[]
  /** Sticky where `opens` says with what it begins, global where that is not known. */
  readonly regex: RegExp
  readonly opens: Beginning | undefined
}

export class PatternError extends Error {}

interface State {
  readonly text: string
  at: number
  readonly classes: ReadonlyMap<string, readonly string[]>
  min: number
  max: number
}

function readChoice(s: State, close: string, optional: boolean): Node {
  s.at++
  const of: Node[][] = []
  for (;;) {
    of.push(readSequence(s, `|${close}`))
    const c = s.text[s.at]
    if (c === undefined) throw new PatternError(`unbalanced ${close} in "${s.text}"`)
    s.at++
    if (c === close) return { kind: 'choice', of, optional }
  }
}

function readBrace(s: State): Node {
  const end = s.text.indexOf('}', s.at)
  if (end === -1) throw new PatternError(`unbalanced } in "${s.text}"`)
  const body = s.text.slice(s.at + 1, end)
  s.at = end + 1
  const words = s.classes.get(body)
  if (words !== undefined) return { kind: 'class', words }
  if (body === 'f') return { kind: 'number', name: 'f' }
  if (body === 'NIET' || body === 'AMPER') return { kind: 'denial', source: body === 'NIET' ? DENIED_BEHIND : HARDLY_BEHIND }
  const range = /^n(?:(<=|>=|<|>|=)?(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?)?$/.exec(body)
  if (range === null) throw new PatternError(`unknown {${body}} in "${s.text}"`)
  const value = range[2] === undefined ? undefined : Number(range[2])
  if (value !== undefined) {
    if (range[3] !== undefined) {
      s.min = value
      s.max = Number(range[3])
    } else if (range[1] === '<=') s.max = value
    else if (range[1] === '<') s.max = value - 0.001
    else if (range[1] === '>=') s.min = value
    else if (range[1] === '>') s.min = value + 0.001
    else {
      s.min = value
      s.max = value
    }
  }
  return { kind: 'number', name: 'n' }
}

/** `<wassen>`: one of its forms. `<op|ruimen>`: in one word, with "te" between, or "ruimt" with "op" a few words behind. */
function readVerb(s: State): Node {
  const end = s.text.indexOf('>', s.at)
  const body = s.text.slice(s.at + 1, end)
  if (end === -1 || !/^(?:[a-z]+\|)?[a-z]{2,}n$/.test(body)) throw new PatternError(`cannot read the verb in "${s.text}"`)
  s.at = end + 1
  const [infinitive = '', prefix] = body.split('|').toReversed()
  const forms = verbForms(infinitive)
  if (prefix === undefined) return { kind: 'class', words: forms }
  const joined: Node = { kind: 'class', words: [...forms.map(f => `${prefix}${f}`), `${prefix} te ${infinitive}`] }
  return {
    kind: 'choice',
    of: [
      [joined],
      [
        { kind: 'class', words: forms },
        { kind: 'gap', wide: true },
        { kind: 'word', text: prefix, open: 'none', particle: true }
      ]
    ],
    optional: false
  }
}

function readSequence(s: State, stop: string): Node[] {
  const nodes: Node[] = []
  while (s.at < s.text.length && !stop.includes(s.text[s.at] as string)) {
    const c = s.text[s.at] as string
    if (c === ' ') {
      s.at++
      continue
    }
    if (c === '(') {
      nodes.push(readChoice(s, ')', false))
      continue
    }
    if (c === '[') {
      nodes.push(readChoice(s, ']', true))
      continue
    }
    if (c === '{') {
      nodes.push(readBrace(s))
      continue
    }
    if (c === '<') {
      nodes.push(readVerb(s))
      continue
    }
    if (c === '…') {
      s.at++
      nodes.push({ kind: 'gap' })
      continue
    }
    const word = /^[^\s()[\]{}|…<>&]+/.exec(s.text.slice(s.at))?.[0] ?? ''
    if (word === '') throw new PatternError(`unexpected "${c}" in "${s.text}"`)
    s.at += word.length
    const left = word.startsWith('~')
    const right = word.endsWith('~')
    const text = word.slice(left ? 1 : 0, right ? -1 : undefined)
    for (const [i, piece] of text
      .split('-')
      .filter(p => p !== '')
      .entries()) {
      const last = i === text.split('-').filter(p => p !== '').length - 1
      nodes.push({ kind: 'word', text: piece, open: left && i === 0 ? (right && last ? 'both' : 'left') : right && last ? 'right' : 'none' })
    }
  }
  return nodes
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The lower end of a range, `5 à 10 kg` or `15-20kg` (dashes are blanks here): the upper end is the amount. */
const LOWER = '(?:\\d+(?:[.,]\\d+)?\\s*(?:(?:a|tot|of|en)\\s*|\\s))?'
/** Up to four words of the same sentence; the word before may end in a comma. */
const GAP = '(?:,?\\s+[^\\s.;:!?,]+){0,4}'

/** The part of a verb that stands alone ends something: before a noun it is a preposition ("werkt met hout in de loods"), before "te" part of another verb. */
const PARTICLE = '(?!\\s+(?:te|de|het|een|je|jouw|jullie|u|uw|ons|onze|hun|haar|zijn|deze|die|dit|elke?|iedere?)(?![a-z]))'

function regexOf(node: Node): string {
  switch (node.kind) {
    case 'word': {
      const body = `${escape(node.text)}${node.particle === true ? PARTICLE : ''}`
      return `${node.open === 'left' || node.open === 'both' ? '[a-z0-9]*' : ''}${body}${node.open === 'right' || node.open === 'both' ? '[a-z0-9]*' : ''}`
    }
    case 'choice':
      return `(?:${node.of.map(sequenceOf).join('|')})`
    case 'number':
      return node.name === 'n' ? `${LOWER}(?<n>\\d{1,3}(?:\\.\\d{3})+|\\d+(?:[.,]\\d+)?)` : '(?<f>\\d+)'
    case 'class':
      return `(?:${[...node.words]
        .sort((a, b) => b.length - a.length)
        .map(w => escape(w).replaceAll(' ', '\\s+'))
        .join('|')})`
    case 'denial':
      return node.source
    case 'gap':
      return node.wide === true ? WIDE_GAP : GAP
  }
}

/** Between a verb and its part at the end of the clause: "zet je de statafels in de goede opstelling neer". */
const WIDE_GAP = '(?:,?\\s+[^\\s.;:!?,]+){0,8}'

/** Words are divided by blanks, commas, slashes or an opening bracket; a number may stand against its unit (`12kg`). */
const BETWEEN = '[\\s,/(]+'

function sequenceOf(nodes: readonly Node[]): string {
  let out = ''
  let first = true
  for (const [i, node] of nodes.entries()) {
    const before = nodes[i - 1]
    // A number may stand against its unit or behind an abbreviation, but after a gap it starts a word: else the gap would eat its digits.
    const separator = before?.kind === 'gap' ? BETWEEN : before?.kind === 'number' || node.kind === 'number' ? '\\.?[\\s,(:]*' : BETWEEN
    if (node.kind === 'gap') {
      out += node.wide === true ? WIDE_GAP : GAP
      continue
    }
    const body = regexOf(node)
    if (node.kind === 'choice' && node.optional) out += first ? `(?:${body}${BETWEEN})?` : `(?:${separator}${body})?`
    else {
      out += first ? body : `${separator}${body}`
      first = false
    }
  }
  return out
}

/** The expression of one part, what it certainly asks for, and the numbers it takes. */
function compilePart(source: string, classes: ReadonlyMap<string, readonly string[]>, common: Commonness): Omit<Pattern, 'source' | 'others'> {
  const state: State = { text: source, at: 0, classes, min: -Infinity, max: Infinity }
  const nodes = readSequence(state, '')
  if (state.at < source.length || nodes.length === 0) throw new PatternError(`cannot read "${source}"`)
  const body = sequenceOf(nodes)
  // A name may occur once in an expression; later numbers of an alternative are not read.
  const seen = new Set<string>()
  const unique = body.replace(/\?<([nf])>/g, (whole, name: string) => {
    if (seen.has(name)) return '?:'
    seen.add(name)
    return whole
  })
  const opens = beginningOf(nodes)
  return {
    nodes,
    regex: new RegExp(`(?<![a-z0-9])${unique}(?![a-z0-9])`, opens === undefined ? 'g' : 'y'),
    opens,
    certain: nodes.map(n => wordsOf(n, common)).filter(w => w !== undefined),
    number: { min: state.min, max: state.max }
  }
}

/** Compiles one pattern. Throws PatternError, naming the pattern. */
export function compilePattern(source: string, classes: ReadonlyMap<string, readonly string[]>, common: Commonness = () => 0): Pattern {
  const [first, ...others] = source.split(' & ').map(part => compilePart(part, classes, common))
  if (first === undefined) throw new PatternError(`cannot read "${source}"`)
  const parts = [first, ...others]
  return {
    source,
    ...first,
    others: others.map(({ nodes, regex, opens }) => ({ nodes, regex, opens })),
    certain: parts.flatMap(p => p.certain)
  }
}

/** A number as written in Dutch: `1.200`, `32,5`. */
export function readNumber(text: string): number {
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''))
  return Number(text.replace(',', '.'))
}
