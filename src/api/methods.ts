/** The methods every address knows, so that a wrong method is told apart from a wrong address. */
export class Methods {
  readonly #known: Array<{ readonly methods: readonly string[]; readonly address: RegExp }> = []

  /** `url` as registered: `/v1/candidates/:id`. */
  add(method: string | readonly string[], url: string): void {
    const address = url
      .split('/')
      .map(part => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll(/[^A-Za-z0-9_-]/g, String.raw`\$&`)))
      .join('/')
    this.#known.push({ methods: [method].flat(), address: new RegExp(`^${address}$`) })
  }

  /** Methods of the address of a request; none when nobody knows it. */
  of(url: string): readonly string[] {
    const path = url.split('?')[0] as string
    return [...new Set(this.#known.filter(k => k.address.test(path)).flatMap(k => k.methods))].sort()
  }
}
