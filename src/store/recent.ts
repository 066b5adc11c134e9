/** The values read last, by key and by what they were made from; a value made from something else is not given. */
export class Recent<T> {
  readonly #most: number
  readonly #kept = new Map<string, { readonly from: string; readonly value: T }>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, from: string): T | undefined {
    const found = this.#kept.get(key)
    if (found?.from !== from) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found.value
  }

  set(key: string, from: string, value: T): T {
    this.#kept.delete(key)
    this.#kept.set(key, { from, value })
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value as string)
    return value
  }
}
