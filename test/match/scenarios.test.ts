import t from 'tap'
import { explainFor } from '../../src/match/explain.ts'
import { AT } from '../helpers/vacancy.ts'
import { candidateOf, nameOf, scenarios, vacancyOf } from './scenario-case.ts'

const VERDICT: Readonly<Record<string, string>> = { passend: 'passend', te_verifieren: 'te-verifieren', uitgesloten: 'niet-passend' }

/** Items of the file are codes; the split ones carry their answer. */
const itemName = (code: string, niveau: number): string => (code === '3.1' || code === '6.1' ? `${code}.${niveau}` : code)

t.test('judged scenarios: verdict, what blocks, what is unknown', async t => {
  for (const s of scenarios()) {
    const candidate = candidateOf(s)
    await t.test(`${s.id} ${s.title}`, async t => {
      for (const v of s.vacancies) {
        const e = explainFor(candidate, vacancyOf(s, v), AT)
        const names = (outcomes: readonly string[]): readonly string[] =>
          e.reasons
            .flatMap(r => r.bars)
            .filter(b => outcomes.includes(b.outcome))
            .flatMap(b => (b.items.length > 0 ? b.items.map(i => itemName(i.code, i.niveau)) : (nameOf(b.bar, b.figures, b.code) ?? [`?${b.bar}`])))
            .toSorted()
        t.equal(e.verdict, VERDICT[v.expected.verdict], `${v.vacancy_ref} verdict`)
        t.same(names(['overschrijding']), v.expected.blocking.toSorted(), `${v.vacancy_ref} blocking`)
        t.same(names(['signaal', 'onbekend']), v.expected.unknown.toSorted(), `${v.vacancy_ref} unknown`)
        const wanted = v.expected.employer_questions
        if (v.expected.verdict === 'te_verifieren')
          t.ok(
            wanted.every(q => e.questions.includes(q)),
            `${v.vacancy_ref} asks the employer what the file asks`,
            { wanted, got: e.questions }
          )
      }
    })
  }
})
