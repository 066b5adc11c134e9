import type { Test } from 'tap'
import { fold } from '../../../src/reference/dutch.ts'
import { nearOccupations } from '../../../src/reference/near.ts'
import { sectorsOfOccupation } from '../../../src/reference/occupation-sectors.ts'
import { ISCO } from '../../../src/reference/occupations.ts'
import { SECTORS } from '../../../src/reference/sectors.ts'
import { rows, occupation, type Shares } from './rows.ts'

/** ISCO-08, titles, heads, near occupations, sectors of an occupation. */
export function occupations(t: Test): void {
  const codes = [...ISCO.keys()]
  for (const [length, n] of [
    [1, 10],
    [2, 43],
    [3, 130],
    [4, 436]
  ] as const)
    t.equal(codes.filter(c => c.length === length).length, n, `${n} codes of ${length}`)
  t.same(
    codes.filter(c => c.length > 1 && !ISCO.has(c.slice(0, -1))),
    [],
    'every parent exists'
  )
  t.same(
    codes.filter(c => c.length < 4 && !codes.some(o => o.length === c.length + 1 && o.startsWith(c))),
    [],
    'every group has members'
  )
  const isSentence = (text: string): boolean => /^[A-ZÀ-Ý].*[^.]\.$/u.test(text) && !/[.!?] /.test(text.replace(/\b(?:bijv|enz|o\.a)\. /g, ''))
  t.same(
    [...ISCO.values()].filter(o => o.title.length < 3 || !isSentence(o.does)).map(o => `${o.code} ${o.does}`),
    [],
    'a title and one sentence each'
  )

  const titles = rows('occupations/titles.tsv')
  const KINDS = new Set(['preferred', 'variant', 'female', 'male', 'abbr', 'english', 'regional', 'old'])
  t.ok(titles.length >= 3000, 'about 3,000 titles or more')
  t.same(
    titles.filter(r => r['isco4']?.length !== 4 || !ISCO.has(r['isco4'] ?? '')),
    [],
    'every group of a title exists'
  )
  t.same(
    titles.filter(r => !KINDS.has(r['kind'] ?? '')),
    [],
    'known kinds'
  )
  t.same(
    titles.filter(r => r['title'] !== r['title']?.toLowerCase()),
    [],
    'lower case'
  )
  const sums = new Map<string, number>()
  for (const r of titles) sums.set(fold(r['title'] ?? ''), (sums.get(fold(r['title'] ?? '')) ?? 0) + Number(r['share']))
  t.same(
    [...sums].filter(([, sum]) => sum !== 100),
    [],
    'shares of a title sum to 100, accents folded'
  )
  t.same(
    titles.filter(r => !/^(?:100|[1-9]\d?)$/.test(r['share'] ?? '')),
    [],
    'whole shares'
  )
  const titled = new Set(titles.map(r => r['isco4']))
  t.same(
    codes.filter(c => c.length === 4 && !titled.has(c)),
    [],
    'every unit group has a title'
  )

  const heads = rows('occupations/heads.tsv')
  const modifiers = rows('occupations/modifiers.tsv')
  const headNames = new Set(heads.map(r => r['head']))
  t.ok(heads.length >= 60, 'about 60 heads')
  t.same(
    heads.filter(r => r['isco4'] !== '-' && (r['isco4']?.length !== 4 || !ISCO.has(r['isco4']))),
    [],
    'a head has a group or -'
  )
  t.same(
    heads.filter(r => (r['note'] ?? '').length < 5),
    [],
    'a head says why'
  )
  t.same(
    modifiers.filter(r => !headNames.has(r['head'])),
    [],
    'a modifier belongs to a head'
  )
  t.same(
    modifiers.filter(r => r['isco4']?.length !== 4 || !ISCO.has(r['isco4'])),
    [],
    'every group of a modifier exists'
  )

  const forms = rows('occupations/forms.tsv')
  const otherWords = new Set(forms.map(r => r['word']))
  t.same(
    forms.filter(r => r['word'] === r['head'] || otherWords.has(r['head'])),
    [],
    'another word for a head leads to a head at once'
  )
  t.same(
    forms.filter(r => (r['why'] ?? '').length < 5),
    [],
    'another word for a head says why'
  )
  const roles = rows('occupations/roles.tsv')
  t.same(
    roles.filter(r => otherWords.has(r['role'])),
    [],
    'a role is named by its head, not by another word for it'
  )
  t.same(
    roles.filter(r => !ISCO.has(r['domain'] ?? '') || (r['domain'] ?? '').length < 2 || r['isco4']?.length !== 4 || !ISCO.has(r['isco4'])),
    [],
    'every trade and group of a role exists'
  )

  const near = rows('occupations/near.tsv')
  t.same(
    near.filter(r => [r['from'], r['to']].some(c => c?.length !== 4 || !ISCO.has(c))),
    [],
    'near: groups exist'
  )
  t.same(
    near.filter(r => r['from'] === r['to'] || !/^[123]$/.test(r['strength'] ?? '')),
    [],
    'near: another group, strength 1-3'
  )
  t.same(
    near.filter(r => (r['keeps'] ?? '').length < 3 || (r['drops'] ?? '').length < 1 || (r['missing'] ?? '').length < 1),
    [],
    'near: what is kept, what drops, what is missing'
  )
  t.equal(
    codes.reduce((n, c) => n + nearOccupations(c).length, 0),
    near.length,
    'near: every row is found by its group'
  )
  t.same(nearOccupations('0000'), [], 'near: nothing for an unknown group')
  const sectorOf = (...isco: Shares): string | undefined => sectorsOfOccupation(occupation(...isco))
  t.same(
    codes.filter(c => {
      const s = sectorOf([c, 100])
      return s !== undefined && (!SECTORS.has(s) || c.length !== 4)
    }),
    [],
    'sectors of an occupation exist'
  )
  t.equal(sectorOf(['2341', 100]), '85', 'a primary teacher works in education')
  t.equal(sectorOf(['4110', 100]), undefined, 'an office worker anywhere')
  t.equal(sectorOf(['5321', 50], ['5322', 50]), undefined, 'two likely groups of two sectors')
  t.equal(sectorOf(['2341', 50], ['2342', 50]), '85', 'two likely groups of one sector')
  t.equal(sectorOf(['5321', 90], ['5223', 10]), '87', 'an unlikely group does not count')
  t.end()
}
