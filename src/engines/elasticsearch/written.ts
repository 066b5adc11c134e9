const texts = new WeakMap<object, string>()

/** A clause or predicate as text, written out once: they are compared and put in order by it many times. Neither ever changes. */
export function textOf(of: object): string {
  const known = texts.get(of)
  if (known !== undefined) return known
  const text = JSON.stringify(of)
  texts.set(of, text)
  return text
}

/** Notes the text of a clause that was put together from parts whose text is known. */
export function knownAs<T extends object>(of: T, text: string): T {
  texts.set(of, text)
  return of
}
