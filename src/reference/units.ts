import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The units of a folder, one file and one named export each, in the order of their file names. Adding a unit is adding
 * its file: no list is edited (`house.md` 5). Works on sources and on compiled files.
 */
export async function loadUnits<T>(folder: URL): Promise<readonly T[]> {
  const files = readdirSync(fileURLToPath(folder))
    .filter(f => /\.(ts|js)$/.test(f) && !f.endsWith('.d.ts'))
    .sort()
  const units: T[] = []
  for (const file of files) {
    const exports = Object.values((await import(new URL(file, folder).href)) as Record<string, T>)
    if (exports.length !== 1) throw new Error(`${file}: a unit has exactly one export, this one has ${exports.length}`)
    units.push(exports[0] as T)
  }
  return units
}
