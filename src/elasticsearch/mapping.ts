import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const FieldSchema = z.record(z.string(), z.unknown())
const MappingSchema = z.object({ dynamic: z.literal('strict'), properties: z.record(z.string(), FieldSchema) })
/** A strict mapping: what a field is, and nothing else may come in. */
export type Mapping = z.infer<typeof MappingSchema>

/** The folder of `package.json`, from the source as from the build. */
function projectRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      readFileSync(join(folder, 'mappings', 'vacancies.json'))
      return folder
    } catch (error) {
      if (dirname(folder) === folder) throw error
    }
  }
}

/** One file of `mappings/`, by name without ending. Throws when it is absent or not strict. */
export const readMapping = (name: string): Mapping => MappingSchema.parse(JSON.parse(readFileSync(join(projectRoot(), 'mappings', `${name}.json`), 'utf8')))

/** A value as text that does not depend on the order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v
  )

/** How a mapping on the server differs from ours, as `field: ours, found theirs`; empty when they are equal. */
export function mappingDifferences(ours: Mapping, found: unknown): readonly string[] {
  const parsed = z.object({ dynamic: z.unknown(), properties: z.record(z.string(), FieldSchema).default({}) }).safeParse(found)
  if (!parsed.success) return ['the mapping could not be read']
  const { dynamic, properties } = parsed.data
  const differences = String(dynamic) === ours.dynamic ? [] : [`dynamic: ${ours.dynamic}, found ${String(dynamic)}`]
  for (const field of [...new Set([...Object.keys(ours.properties), ...Object.keys(properties)])].sort()) {
    const [own, theirs] = [ours.properties[field], properties[field]]
    // The server leaves out the type of an object.
    const expected = own?.['type'] === 'object' && theirs?.['type'] === undefined ? { ...own, type: undefined } : own
    if (canonical(expected) !== canonical(theirs))
      differences.push(`${field}: ${own === undefined ? 'absent' : canonical(own)}, found ${theirs === undefined ? 'absent' : canonical(theirs)}`)
  }
  return differences
}
