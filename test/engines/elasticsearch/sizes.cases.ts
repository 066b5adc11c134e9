import type { Test } from 'tap'
import { Sizes } from '../../../src/engines/elasticsearch/sizes.ts'
import { any, not } from '../../../src/match/predicate.ts'

/** Sizes of questions: any helps to choose a form, only one counted in the same view is a total. */
export async function sizeCases(t: Test): Promise<void> {
  const [a, b] = [any('sector', ['10']), any('sector', ['20'])]
  const view = { generation: 1, indices: new Map([['alfa', 'vac-alfa-1']]) }
  const sizes = new Sizes()
  t.equal(sizes.shareOf(a), -1)
  sizes.remember(view, a, 30)
  sizes.remember(view, not(a), 60)
  sizes.remember(undefined, b, 15)
  t.equal(sizes.shareOf(a), 0.5)
  t.equal(sizes.totalIn(view, any('sector', ['10'])), 30, 'an equal question is known')
  t.equal(sizes.totalIn({ ...view }, a), undefined, 'another view, though of the same generation')
  t.equal(sizes.shareOf(b), 0.25)
  t.equal(sizes.totalIn(view, b), undefined, 'the size of a page is nobody else’s total')
  sizes.remember(undefined, a, 31)
  t.equal(sizes.totalIn(view, a), undefined, 'what a page says otherwise is no total any more')
  for (let i = 0; i < 5_000; i++) sizes.remember(view, any('sector', [`x${i}`]), i)
  t.equal(sizes.shareOf(b), -1, 'the oldest are forgotten')
}
