/** `natural` has no types by path, and its root module must never be loaded (`toolchain.md` 7). */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  export default function jaroWinkler(a: string, b: string, options: { ignoreCase?: boolean }): number
}
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  export function DamerauLevenshteinDistance(a: string, b: string, options?: { restricted?: boolean }): number
  const exported: { DamerauLevenshteinDistance: typeof DamerauLevenshteinDistance }
  export default exported
}
