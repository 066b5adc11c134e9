import { CANARY, NUMBER } from './ground.ts'

/** Where a value stands in a body. */
export type Path = ReadonlyArray<string | number>
export const pointerTo = (path: Path): string => path.map(p => `/${p}`).join('')

/** Every value of a body, with where it stands. */
export function* nodes(value: unknown, path: Path = []): Iterable<readonly [Path, unknown]> {
  yield [path, value]
  if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* nodes(item, [...path, Array.isArray(value) ? Number(key) : key])
}

/** A copy of a body with one value replaced. */
export function put(root: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value
  const copy: unknown = Array.isArray(root) ? [...(root as unknown[])] : { ...(root as object) }
  const at = copy as Record<string | number, unknown>
  at[first] = put(at[first], rest, value)
  return copy
}

/** Everything that can be wrong with one value of a body, with the field that must be named. */
export function* spoilt(path: Path, value: unknown): Iterable<readonly [string, unknown, string]> {
  const at = pointerTo(path)
  if (Array.isArray(value)) {
    yield ['text for a list', CANARY, at]
    yield ['a list too long', Array.from({ length: path.at(-1) === 'documents' ? 21 : 260 }, () => value[0] as unknown), at]
  } else if (typeof value === 'object' && value !== null) {
    yield ['text for an object', CANARY, at]
    yield ['a list for an object', [CANARY], at]
    yield ['an unknown field', { ...value, vreemd: CANARY }, `${at}/vreemd`]
    yield ['an unknown field with a strange name', { ...value, [`~/${CANARY} ${NUMBER}`]: NUMBER }, `${at}/?`]
  } else if (typeof value === 'string') {
    yield ['an object for text', { canary: CANARY }, at]
    yield ['a number for text', NUMBER, at]
    yield ['text too long', CANARY + 'x'.repeat(5_000), at]
  } else if (typeof value === 'number') {
    yield ['text for a number', CANARY, at]
    if (path.at(-2) !== 'printed') yield ['a number too high', NUMBER, at]
    yield ['a number too low', -NUMBER, at]
  } else {
    yield ['text for yes or no', CANARY, at]
    yield ['a number for yes or no', NUMBER, at]
  }
}
