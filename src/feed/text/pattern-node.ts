/** An element of a pattern of the phrase tables, as `pattern.ts` reads it. */
export type Node =
  | { readonly kind: 'word'; readonly text: string; readonly open: 'none' | 'left' | 'right' | 'both'; readonly particle?: true }
  | { readonly kind: 'choice'; readonly of: ReadonlyArray<readonly Node[]>; readonly optional: boolean }
  | { readonly kind: 'number'; readonly name: 'n' | 'f' }
  | { readonly kind: 'class'; readonly words: readonly string[] }
  | { readonly kind: 'gap'; readonly wide?: true }
  | { readonly kind: 'denial'; readonly source: string }
