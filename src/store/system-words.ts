const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'de map erboven bestaat niet of laat dit niet toe',
  ENOTDIR: 'een deel van het pad is een bestand en geen map',
  EEXIST: 'er is al een bestand met deze naam',
  EACCES: 'deze gebruiker heeft geen toegang',
  EPERM: 'deze gebruiker heeft geen toegang',
  EROFS: 'de schijf is alleen te lezen',
  ENOSPC: 'de schijf is vol',
  ELOOP: 'het pad verwijst naar zichzelf',
  ENAMETOOLONG: 'het pad is te lang',
  SQLITE_CANTOPEN: 'het bestand is niet te openen',
  SQLITE_READONLY: 'het bestand is alleen te lezen',
  SQLITE_FULL: 'de schijf is vol',
  SQLITE_IOERR: 'de schijf geeft een fout'
}

/** The code of an error of the system or of SQLite; '' when it has none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Why the system refused, in Dutch; its own words when we have none. */
export function systemWords(error: unknown): string {
  const code = codeOf(error)
  const known = Object.entries(WORDS).find(([name]) => code === name || code.startsWith(`${name}_`))?.[1]
  return known ?? (error instanceof Error ? error.message : String(error))
}
