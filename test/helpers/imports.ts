/** What a room may import of ours: whole rooms, or single files of a room (`match/engine.ts`). */
export interface Rule {
  readonly may: readonly string[]
  readonly why: string
}

/** The imports of a file that its room may not have; paths from the root. Packages are checked elsewhere. */
export function checkImports(room: string, rule: Rule, imports: readonly string[]): readonly string[] {
  return imports
    .filter(path => path.startsWith('src/') || path.startsWith('seed/') || path.startsWith('test/'))
    .filter(path => !path.startsWith(`src/${room}/`) && !rule.may.some(m => path === `src/${m}` || path.startsWith(`src/${m}/`)))
}
