/** What a person may never be shown: codes, English, a point before a fraction, a date back to front, an empty value. */
const MACHINE =
  /\[|\]|\w_\w|\b[a-z]+\.[a-z][\w-]*|\b\d+\.\d|\b\d{4}-\d\d-\d\d\b|\b(?:true|false|null|undefined|NaN|amount|frequency|minutes|asked|own|mode|home|place|fits|lt|gt|eq|MONTH|HOUR|nld|eng)\b/

/** Words of a machine in lines for people. What stands between quotes or is the number of an item of a form is left out. */
export const machineWords = (lines: readonly string[]): readonly string[] =>
  lines
    .map(line => line.replaceAll(/"[^"]*"/g, '""').replaceAll(/\(\d(?:\.\d+)+ niveau/g, '(niveau'))
    .flatMap(line => (MACHINE.test(line) ? [`${MACHINE.exec(line)?.[0] ?? ''} in: ${line.trim()}`] : []))
