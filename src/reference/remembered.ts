/** A pure function of a text that remembers its last answers: a feed repeats its titles. At most `most`, then it begins anew. */
export function remembered<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found.value
    const value = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, { value })
    return value
  }
}
