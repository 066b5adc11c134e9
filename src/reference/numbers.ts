/** A number as Dutch writes it: a comma before the fraction, at most two digits behind it. */
export const dutchNumber = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',')

/** A number with its unit in the right form: `1 minuut`, `2,5 minuten`. */
export const counted = (value: number, one: string, many: string): string => `${dutchNumber(value)} ${value === 1 ? one : many}`

/** Whole minutes as hours and minutes: `6 uur en 10 minuten`. */
export function dutchDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return counted(rest, 'minuut', 'minuten')
  return rest === 0 ? `${hours} uur` : `${hours} uur en ${counted(rest, 'minuut', 'minuten')}`
}

/** A calendar day or the day of an instant: `22-11-2026`. */
export const dutchDay = (day: string): string => day.slice(0, 10).split('-').toReversed().join('-')
