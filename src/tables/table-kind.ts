/** What came of one row of a file: a row of our table, or why it was left out. */
export type Outcome = { readonly line: number; readonly row: readonly string[] } | { readonly line: number; readonly left: string }

/** A part of a comparison: a heading, and rows under a header. */
export interface Comparison {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: ReadonlyArray<readonly string[]>
}

/** Rows of the imported tables of other kinds, for a comparison that needs them. */
export type OtherTables = (kind: string) => ReadonlyArray<Readonly<Record<string, string>>> | undefined

/** One kind of official file that an operator may have downloaded; one file in `kinds/`. */
export interface TableKind {
  readonly id: string
  readonly label: string
  /** Which files to give, in Dutch. */
  readonly files: string
  /** What the table does once imported, in Dutch. */
  readonly use: string
  /** Shown beside the table; the licence of the source asks it. */
  readonly attribution: string
  readonly columns: readonly string[]
  /** How many of the first columns make a row unique. */
  readonly key: number
  /** Reads one file as a stream; throws FileFault when its columns are not those of the kind. */
  read(path: string): AsyncIterable<Outcome>
  /** Works on all rows together, after the last file. */
  finish?(rows: ReadonlyArray<readonly string[]>): ReadonlyArray<readonly string[]>
  /** How the imported rows agree with our own tables. */
  compare(rows: ReadonlyArray<Readonly<Record<string, string>>>, others: OtherTables): readonly Comparison[]
}
