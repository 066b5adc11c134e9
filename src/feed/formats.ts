import { open } from 'node:fs/promises'
import { loadUnits } from '../reference/units.ts'
import { HEAD_BYTES } from './foreign.ts'
import type { SourceFormat } from './source.ts'

/** Every file of `sources/`, surest sniffer first. */
export const FORMATS: readonly SourceFormat[] = [...(await loadUnits<SourceFormat>(new URL('./sources/', import.meta.url)))].toSorted((a, b) => a.rank - b.rank)

/** The format of a file by its name and first bytes; undefined when none is recognised. */
export const detectFormat = (name: string, head: string): SourceFormat | undefined => FORMATS.find(f => f.sniff(name, head))
export const formatOf = (id: string): SourceFormat | undefined => FORMATS.find(f => f.id === id)

/** The beginning of a file, enough for a sniffer. */
export async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
