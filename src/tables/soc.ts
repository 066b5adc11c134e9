/** `15-1252.00`, `151252` and `15-1252` as `15-1252`; undefined for a sum such as "all workers" or a broad group. */
export function socOf(cell: string): string | undefined {
  const m = /^(\d{2})-?(\d{4})(?:\.?\d{2})?$/.exec(cell.trim())
  return m === null || m[1] === '00' || (m[2] ?? '').endsWith('000') ? undefined : `${m[1]}-${m[2]}`
}
