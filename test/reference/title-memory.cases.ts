import type { Test } from 'tap'
import { remembered } from '../../src/reference/remembered.ts'
import { titleClassifier } from '../../src/reference/title-classifier.ts'
import type { TitleRow } from '../../src/reference/title-rows.ts'

/** What is remembered of a title is what it says by itself, never what a text beside it said. */
export function titleMemory(t: Test): void {
  let asked = 0
  const lengthOf = remembered(2, text => {
    asked++
    return text.length
  })
  t.same(['a', 'bb', 'a'].map(lengthOf), [1, 2, 1])
  t.equal(asked, 2, 'the same text is worked out once')
  t.same(['ccc', 'a'].map(lengthOf), [3, 1])
  t.equal(asked, 4, 'and again after more than are kept')
  const rows = [
    ['7231', 'auto'],
    ['7411', 'elektra']
  ].map(([isco = '', cue = '']): TitleRow => ({ title: 'sleutelaar', isco, share: 50, kind: 'variant', settled: true, cues: [cue] }))
  const { classify } = titleClassifier(rows)
  const codes = (text?: string): readonly string[] => classify('Sleutelaar', text === undefined ? {} : { text }).isco.map(i => i.code)
  t.same([codes('een auto'), codes('elektra'), codes(), codes('een auto')], [['7231'], ['7411'], ['7231', '7411'], ['7231']])
  t.end()
}
