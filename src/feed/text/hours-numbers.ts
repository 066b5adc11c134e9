import type { Hours } from '../../domain/vacancy.ts'

const NEAR = 25
/** "Van 8.00 tot 17.00 uur", "van 9 tot 17 uur": the clock, not the length of the week. "Van 10 tot 20 uur" is a week unless days are named. */
export function isClock(a: string, b: string, wide: string): boolean {
  // "Winkeltijden: 10-20 uur", "het spreekuur op zaterdag is 10-12 uur", "van 9 tot 14 of van 13 tot 18 uur".
  if (/\b(?:[a-z]*tijden|spreekuur|open|geopend)\b[^.;,\d]{0,20}$|spreekuur\b[^.;]{0,20}$|\bvan \d{1,2} tot \d{1,2} (?:of|en) van\s*$/.test(wide)) return true
  // "6-14 en 14-22 uur": shifts that follow on each other.
  if (Number(/[-–]\s?(\d{1,2})(?:,| en| of| and)\s*$/.exec(wide)?.[1]) === num(a)) return true
  const before = wide.slice(-NEAR)
  if (/[.,:](?:00|15|30|45)$/.test(a) || /[.,:](?:00|15|30|45)$/.test(b)) return true
  const [from, to] = [num(a), num(b)]
  if (to > 24 || to - from < 3 || !/(?:^|\W)(?:van|tussen|om|vanaf|dag|dagen|ochtend|middag|avond|vrijdag|zaterdag|donderdag)\s*:?\s*$/.test(before))
    return false
  if (/(?:contract|contracten|baan|bijbaan|functie|dienstverband|aanstelling|banen|inzet) (?:van|tussen)\s*$/.test(before)) return false
  return (from <= 9 && to >= 15 && to <= 18) || /(?:dag|dagen|dagelijks|ochtend|middag|avond)\b/.test(before)
}

/** A number as a rule found it, with a comma or a point. */
export const num = (text: string | undefined): number => Number((text ?? '').replace(',', '.'))
/** "0 tot 40 uur" promises nothing at least. */
export const between = (a: number, b: number): Hours | null =>
  Math.max(a, b) >= 1 && b <= 60 && a <= 60 && (a > 0 || b >= 8) ? { min: Math.min(a, b), max: Math.max(a, b) } : null
