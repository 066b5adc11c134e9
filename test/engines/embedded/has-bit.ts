/** Whether the bit of a row is set in a plane. */
export const hasBit = (plane: Uint32Array, row: number): boolean => ((plane[row >>> 5] as number) & (1 << (row & 31))) !== 0
