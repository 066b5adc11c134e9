import type { Test } from 'tap'
import { DAY_HOURS, MENUS, ROLES } from '../day-hours.cases.ts'
import { read } from './read.ts'

/** Hours of the day, roles and menus. */
export function dayHours(t: Test): void {
  for (const [text, wanted] of DAY_HOURS) {
    const stated = read(text).demands.filter(d => d.kind === 'text' && d.provenance === 'stated')
    const day = stated.some(d => d.dimensie === 'etmaal' && d.amount?.value === 'dag')
    const regular = stated.some(d => d.dimensie === 'overig_werktijd' && d.amount?.value === false)
    t.equal([day ? 'day' : '', regular ? 'regular' : ''].filter(w => w !== '').join(' ') || '-', wanted, text)
  }
  for (const [text, wanted] of ROLES)
    t.equal(
      read(text).demands.some(d => d.dimensie === 'leidinggeven' && d.kind === 'text' && d.provenance === 'stated'),
      wanted,
      text
    )
  for (const [text, dimensie, wanted] of MENUS)
    t.equal(
      read(text).demands.some(d => d.dimensie === dimensie && d.kind === 'text'),
      wanted,
      text
    )
  t.end()
}
