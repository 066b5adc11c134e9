import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { StoreDamaged } from '../store.ts'
import { codeOf } from '../system-words.ts'

const RESTORE = 'Stop passendwerk en zet dit bestand terug uit een reservekopie.'

/** What to do about a damaged file of the data folder: what it holds decides. */
function remedyOf(file: string): string {
  if (file === 'lock.db') return 'Er staan geen gegevens in. Stop passendwerk, haal dit bestand weg en start opnieuw.'
  if (file === 'shared.db')
    return `${RESTORE} Is die er niet, bewaar dit bestand dan op een andere plek, haal het weg en lees de vacatures opnieuw in. API-sleutels moeten dan ook opnieuw worden gemaakt.`
  return `${RESTORE} Haal het niet weg: er staan dossiers en het logboek van een bureau in. Zet de sleutelmap (KEYS_DIR) niet terug: de sleutels van nu horen erbij.`
}

/** A damaged file as an error that says what to do. */
export const damaged = (path: string, cause: unknown): StoreDamaged => {
  const file = basename(path)
  return new StoreDamaged(`Het bestand ${file} in de gegevensmap is beschadigd.`, remedyOf(file), { cause })
}

/**
 * Refuses a file that is there and holds nothing: SQLite would take it for a new one, and what it held would seem never to have
 * been. Our own files have their first page as soon as they are opened.
 */
export function refuseEmpty(path: string): void {
  if (existsSync(path) && statSync(path).size === 0)
    throw new StoreDamaged(
      `Het bestand ${basename(path)} in de gegevensmap is leeg: wat erin stond is weg.`,
      `${RESTORE} Is die er niet, of is dit een nieuwe installatie, haal het lege bestand dan weg om opnieuw te beginnen.`
    )
}

/** What SQLite throws when bytes are not as it wrote them. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))
