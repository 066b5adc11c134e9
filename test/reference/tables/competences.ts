import type { Test } from 'tap'
import * as fc from 'fast-check'
import { COMPETENCES, COMPETENCE_POINTS, SKILLS, competenceShares } from '../../../src/reference/competences.ts'
import { fold } from '../../../src/reference/dutch.ts'
import { ISCO } from '../../../src/reference/occupations.ts'
import { bytes, shared } from './rows.ts'

/** Behavioural competences with their shares, skills. */
export function competences(t: Test): void {
  const codes = Array.from({ length: 27 }, (_, i) => String(24100 + i)).filter(c => c !== '24103' && c !== '24117')
  t.same([...COMPETENCES.keys()], codes, 'the 25 codes, without 24103 and 24117')
  t.same(
    [...COMPETENCES.values()].filter(c => c.phrases.length < 15 || c.phrases.length > 40).map(c => c.code),
    [],
    '15 to 40 phrases each'
  )
  const phrases = [...COMPETENCES.values()].flatMap(c => c.phrases.map(fold))
  t.equal(new Set(phrases).size, phrases.length, 'a phrase names one competence')
  t.same(
    [...COMPETENCES.values()].filter(c => !c.plain.endsWith('.') || !c.plain.startsWith('Je ')).map(c => c.code),
    [],
    'plain words'
  )
  for (let n = 1; n <= 25; n++) {
    const shares = [...competenceShares(codes.slice(0, n)).values()]
    t.equal(
      shares.reduce((a, b) => a + b, 0),
      COMPETENCE_POINTS,
      `${n} competences share ${COMPETENCE_POINTS} points`
    )
    t.ok(Math.max(...shares) - Math.min(...shares) <= 1 && shares.every(s => Number.isInteger(s) && s > 0), `${n}: whole and even`)
  }
  t.equal(competenceShares([]).size, 0, 'none asked, none shared')
  t.same(
    [...competenceShares(['24126', '24100', '24126'])],
    [
      ['24100', 10],
      ['24126', 10]
    ],
    'asked twice counts once'
  )
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: 1 }), list => {
        const [a, b] = [competenceShares(list), competenceShares(list.toSorted(bytes))]
        return [...a].every(([code, share]) => b.get(code) === share)
      })
    )
  }, 'the order of the codes does not matter')
  t.ok(SKILLS.size >= 500, '500 skills or more')
  t.same(
    [...SKILLS.values()].filter(s => s.synonyms.length === 0).map(s => s.id),
    [],
    'a skill has other words for it'
  )
  const skilled = new Set([...SKILLS.values()].flatMap(s => s.isco2))
  t.same(
    [...ISCO.keys()].filter(c => c.length === 2 && !/^(?:0|63|95)/.test(c) && !skilled.has(c)),
    [],
    'every kind of work has a skill, but the army, farming for oneself and street trade'
  )
  t.same(
    [...SKILLS.values()]
      .filter(s => !/^[a-z0-9-]{1,60}$/.test(s.id) || s.isco2.length === 0 || s.isco2.some(i => i.length !== 2 || !ISCO.has(i)))
      .map(s => s.id),
    [],
    'a skill has an id and groups'
  )
  t.same(shared([...SKILLS.values()].map(s => [s.id, [s.label, ...s.synonyms]])), [], 'a synonym names one skill')
  t.end()
}
