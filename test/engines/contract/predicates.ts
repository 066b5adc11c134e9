import type { Prepared } from '../../../src/domain/prepared.ts'
import { FIELDS, type Field, type NumberField, type SetField } from '../../../src/match/fields.ts'
import { all, always, any, atLeast, known, never, not, range, some, type Predicate } from '../../../src/match/predicate.ts'
import { textQuery } from '../../../src/match/text-query.ts'
import { stemsOf } from '../../../src/reference/dutch.ts'
import { vacancyOf } from '../../helpers/arbitraries.ts'
import { found, type Suite } from './subject.ts'

const BARE: Partial<Prepared> = {
  closes: null,
  place: null,
  hours: null,
  day_hours: null,
  edu: null,
  edu_rule: null,
  sector: null,
  remote: null,
  diploma: [],
  occ: [],
  comp: [],
  skill: [],
  stems: [],
  load: [],
  licence: [],
  cert: [],
  lang: [],
  contract: [],
  parts: [],
  visible_to: []
}
/** Two vacancies that know everything, with nothing in common, and one that knows as little as it may. */
const FULL = {
  a: vacancyOf('alfa:1', {
    status: 'open',
    published: 100,
    closes: 200,
    place: 'utrecht',
    hours: '24',
    day_hours: '8',
    edu: '4-5',
    edu_rule: 'strict',
    diploma: ['strict:rechten'],
    sector: '86',
    occ: ['2:22', '3:222', '4:2221'],
    comp: ['24105#7', '24110#13'],
    skill: ['excel'],
    stems: ['zorg', 'verpleg'],
    load: ['tillen_kg:1:past'],
    licence: ['B'],
    cert: ['VCA'],
    lang: ['nld:3'],
    contract: ['term:B'],
    remote: 'none',
    parts: ['evening'],
    employer_kind: 'direct',
    richness: 3,
    visible_to: ['public']
  }),
  b: vacancyOf('beta:1', {
    status: 'missed',
    published: 101,
    closes: 201,
    place: 'zwolle',
    hours: '32',
    day_hours: '4',
    edu: '7-7w',
    edu_rule: 'niveau',
    diploma: ['niveau:rechten'],
    sector: '85',
    occ: ['2:23', '3:235', '4:2351'],
    comp: ['24105#13', '24120#7'],
    skill: ['word'],
    stems: ['school'],
    load: ['tillen_kg:1:overschrijding', 'tillen_kg:2:past'],
    licence: ['C'],
    cert: ['BHV'],
    lang: ['eng:3'],
    contract: ['term:O', 'zzp'],
    remote: 'full',
    parts: ['no-evening'],
    employer_kind: 'agency',
    richness: 4,
    visible_to: ['bureau-a']
  }),
  c: vacancyOf('gamma:1', { ...BARE, status: 'open', published: 102, employer_kind: 'unknown', richness: 0 })
}
const ALL = ['alfa:1', 'beta:1', 'gamma:1']
/** A field value as a list, for either kind of field. */
const listOf = (p: Prepared, f: Field): ReadonlyArray<string | number> => {
  const value = p[f]
  return value === null ? [] : Array.isArray(value) ? value : [value]
}

/** The five forms, over every field, present and absent. */
export const predicateContract: Suite = async (t, open) => {
  await t.test('every field: any, known, range, and their opposite', async t => {
    const { engine, bring } = await open(t)
    await bring(Object.values(FULL))
    const ids = async (p: Predicate): Promise<readonly string[]> => (await found(engine, p)).toSorted()
    const rest = (of: readonly string[]): readonly string[] => ALL.filter(id => !of.includes(id))
    for (const field of Object.keys(FIELDS) as Field[]) {
      const values = Object.values(FULL).map(v => ({ id: v.id, list: listOf(v.prepared, field) }))
      const has = values.filter(v => v.list.length > 0).map(v => v.id)
      const own = values[0]?.list.at(-1) as string | number
      const sharing = values.filter(v => v.list.includes(own)).map(v => v.id)
      t.same(await ids(known(field)), has, `known ${field}`)
      t.same(await ids(not(known(field))), rest(has), `not known ${field}`)
      if (FIELDS[field] === 'int') {
        const number = field as NumberField
        const between = (test: (value: number) => boolean): readonly string[] => values.filter(v => v.list.some(x => test(Number(x)))).map(v => v.id)
        const at = Number(own)
        t.same(await ids(range(number, { gte: at, lte: at })), ['alfa:1'], `range ${field} on one value`)
        t.same(
          await ids(range(number, { gte: at })),
          between(x => x >= at),
          `range ${field} from`
        )
        t.same(
          await ids(range(number, { lte: at })),
          between(x => x <= at),
          `range ${field} to`
        )
        t.same(await ids(range(number, {})), has, `range ${field} without bounds: any value`)
        t.same(await ids(range(number, { gte: at + 1, lte: at })), [], `range ${field} the wrong way round`)
        t.same(await ids(not(range(number, { gte: at, lte: at }))), ['beta:1', 'gamma:1'], `an absent ${field} is not between`)
      } else {
        const set = field as SetField
        t.same(await ids(any(set, [String(own)])), sharing, `any ${field}`)
        t.same(await ids(any(set, ['geen', String(own), String(own)])), sharing, `any ${field}, a code nobody has and one twice`)
        t.same(
          await ids(
            any(
              set,
              values.flatMap(v => v.list.map(String))
            )
          ),
          has,
          `any ${field} of all codes`
        )
        t.same(await ids(any(set, ['geen'])), [], `any ${field} of a code nobody has`)
        t.same(await ids(any(set, [])), [], `any ${field} of nothing`)
        t.same(await ids(not(any(set, [String(own)]))), rest(sharing), `not any ${field}: an absent one has it not`)
        t.same(await ids(not(any(set, []))), ALL, `not any ${field} of nothing`)
      }
    }
  })

  await t.test('codes are compared whole, never by a part, by case or as numbers', async t => {
    const { engine, bring } = await open(t)
    await bring(Object.values(FULL))
    for (const p of [
      any('sector', ['8', '086', '86.0', '860']),
      any('load', ['tillen_kg:1', 'tillen_kg:1:', 'tillen_kg', 'past']),
      any('stems', ['Zorg', 'zor', 'zorgen']),
      any('licence', ['b']),
      any('comp', ['24105#1', '24105#20', '24110#7', '24120#13', '24199#7']),
      any('place', ['Utrecht', 'utrech', 'pc2-35']),
      any('vacancy_id', ['alfa:', 'alfa', 'ALFA:1', 'alfa:11'])
    ])
      t.same(await found(engine, p), [], `${p.op} ${'field' in p ? p.field : ''}`)
    t.same(await found(engine, any('comp', ['24105#13'])), ['beta:1'], 'a competence with another share is another code')
    t.same(await found(engine, any('comp', ['24110#13'])), ['alfa:1'])
  })

  await t.test('atLeast counts its parts, also equal ones; not turns it round', async t => {
    const { engine, bring } = await open(t)
    await bring(Object.values(FULL))
    const [a, b, both] = [any('sector', ['86']), any('sector', ['85']), known('sector')]
    const cases: ReadonlyArray<readonly [string, Predicate, readonly string[]]> = [
      ['always', always, ALL],
      ['never', never, []],
      ['all of nothing', all(), ALL],
      ['some of nothing', some(), []],
      ['0 of some', atLeast(0, [a, b]), ALL],
      ['0 of what never holds', atLeast(0, [never]), ALL],
      ['more than there are', atLeast(3, [both, both]), []],
      ['1 of nothing', atLeast(1, []), []],
      ['1 of 2', atLeast(1, [a, b]), ['alfa:1', 'beta:1']],
      ['2 of 2, apart', atLeast(2, [a, b]), []],
      ['2 of 3', atLeast(2, [a, b, both]), ['alfa:1', 'beta:1']],
      ['3 of 3', atLeast(3, [a, both, both]), ['alfa:1']],
      ['one part twice', atLeast(2, [a, a, b]), ['alfa:1']],
      ['one part three times of four', atLeast(3, [a, a, a, b]), ['alfa:1']],
      ['not always', not(always), []],
      ['not never', not(never), ALL],
      ['not all of nothing', not(all()), []],
      ['not not', not(not(a)), ['alfa:1']],
      ['neither', all(not(a), not(b)), ['gamma:1']],
      ['exactly one of three', all(atLeast(1, [a, b, not(both)]), not(atLeast(2, [a, b, not(both)]))), ALL],
      ['not within a count', atLeast(2, [not(a), not(b), not(both)]), ['gamma:1']]
    ]
    for (const [name, p, ids] of cases) t.same((await found(engine, p)).toSorted(), ids, name)
  })

  await t.test('a misspelt search text finds what the known words find', async t => {
    const { engine, give } = await open(t)
    const adverts = ['Schoonmaak op school', 'Archief op school', 'Shoonmaak BV', 'Kok']
    await give(
      'alfa',
      adverts.map((text, i) => vacancyOf(`alfa:${i}`, { stems: [...stemsOf(text)], occ: [] }))
    )
    const ids = async (text: string): Promise<readonly string[]> => (await found(engine, textQuery(text).predicate ?? never)).toSorted()
    t.same(await ids('shoonmaak'), ['alfa:0', 'alfa:2'], 'with what was typed')
    t.same(await ids('schoonmaak'), ['alfa:0'])
    t.same(await ids('shoonmaak shcool'), ['alfa:0'], 'every word counts')
  })

  await t.test('every n of many parts', async t => {
    const { engine, give } = await open(t)
    const tokens = Array.from({ length: 25 }, (_, i) => `tillen_kg:${i}:overschrijding`)
    await give(
      'alfa',
      tokens.map((_, i) => vacancyOf(`alfa:${String(i).padStart(2, '0')}`, { load: tokens.slice(0, i) }))
    )
    const parts = tokens.map(token => any('load', [token]))
    for (const n of [1, 2, 3, 4, 5, 8, 9, 16, 17, 24, 25, 26]) {
      t.equal((await engine.count(atLeast(n, parts), {})).total, Math.max(0, 25 - n), `at least ${n} of 25`)
    }
  })

  await t.test('deep nesting', async t => {
    const { engine, bring } = await open(t)
    await bring(Object.values(FULL))
    const wrap = (depth: number, inner: Predicate, by: (p: Predicate, i: number) => Predicate): Predicate =>
      Array.from({ length: depth }).reduce<Predicate>((p, _, i) => by(p, i), inner)
    t.same(await found(engine, wrap(60, any('sector', ['86']), not)), ['alfa:1'], '60 times not')
    t.same((await found(engine, wrap(61, any('sector', ['86']), not))).toSorted(), ['beta:1', 'gamma:1'], '61 times not')
    t.same(
      await found(
        engine,
        wrap(40, any('sector', ['86']), (p, i) => (i % 3 === 0 ? all(p, always) : i % 3 === 1 ? some(p, never) : atLeast(2, [p, never, always])))
      ),
      ['alfa:1'],
      '40 times all, some, two of three'
    )
  })
}
