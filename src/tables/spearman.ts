/** Ranks from 1; equal values share the middle of their ranks. */
export function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const result = Array.from({ length: values.length }, () => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++
    for (let i = from; i <= to; i++) result[order[i]?.index ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return result
}

/** Rank correlation of Spearman with ties, -1 to 1; undefined below three pairs or when one side never differs. */
export function spearman(pairs: ReadonlyArray<readonly [number, number]>): number | undefined {
  if (pairs.length < 3) return undefined
  const [a, b] = [ranks(pairs.map(p => p[0])), ranks(pairs.map(p => p[1]))]
  const mean = (pairs.length + 1) / 2
  let [both, left, right] = [0, 0, 0]
  for (const [i, x] of a.entries()) {
    const [dx, dy] = [x - mean, (b[i] ?? 0) - mean]
    both += dx * dy
    left += dx * dx
    right += dy * dy
  }
  return left === 0 || right === 0 ? undefined : both / Math.sqrt(left * right)
}
