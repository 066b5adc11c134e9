import type { Test } from 'tap'
import * as fc from 'fast-check'
import {
  compareEducation,
  EDU_CODES,
  EDUCATION_WORDS,
  educationLabel,
  educationOf,
  educationOfVum,
  eduCode,
  STUDY_FIELDS
} from '../../../src/reference/education.ts'
import { LANGUAGES, levelOfCefr } from '../../../src/reference/languages.ts'
import { CERTIFICATES, heldLicences, LICENCES } from '../../../src/reference/licences.ts'
import { ISCO } from '../../../src/reference/occupations.ts'
import { rows, bytes, shared } from './rows.ts'

/** Levels, coarse codes, comparing, fields of study. */
export function education(t: Test): void {
  const range = (min: number, max = min): { min: number; max: number } => ({ min, max })
  t.same(
    EDUCATION_WORDS.filter(w => !(w.range.min >= 1 && w.range.max <= 8 && w.range.min <= w.range.max)),
    [],
    'ranges on 1-8'
  )
  t.same(
    rows('education/words.tsv').filter(
      r => !['level', 'diploma'].includes(r['kind'] ?? '') || !['hbo', 'wo', '-'].includes(r['track'] ?? '') || r['note'] === ''
    ),
    [],
    'kind, track and note'
  )
  t.same(
    EDUCATION_WORDS.filter(w => w.track === 'wo' && w.range.min < 7),
    [],
    'an academic track begins at 7'
  )
  const COARSE: ReadonlyArray<readonly [string, number, number]> = [
    ['mbo', 3, 5],
    ['mbo 3/4', 4, 5],
    ['mbo+', 5, 5],
    ['hbo/wo', 6, 7],
    ['middelbare school', 2, 5],
    ['startkwalificatie', 3, 3],
    ['geen diploma nodig', 1, 1],
    ['praktijkonderwijs', 2, 2],
    ['vmbo-t', 3, 3],
    ['mavo', 3, 3],
    ['mbo-1', 2, 2],
    ['mbo-2', 3, 3],
    ['mbo-3', 4, 4],
    ['mbo-4', 5, 5],
    ['havo', 5, 5],
    ['vwo', 5, 5],
    ['mts', 5, 5],
    ['associate degree', 6, 6],
    ['pabo', 6, 6],
    ['hts', 6, 6],
    ['wo-bachelor', 7, 7],
    ['hbo-master', 7, 7],
    ['wo-master', 7, 7],
    ['drs', 7, 7],
    ['phd', 8, 8],
    ['doctoraat', 8, 8]
  ]
  for (const [word, min, max] of COARSE) t.same(educationOf(word)?.range, range(min, max), `"${word}" is ${min}-${max}`)
  // "onbekend" is accepted as well, as no level at all.
  for (const word of ['geen', 'vmbo', 'mbo-2', 'mbo-3', 'mbo-4', 'hbo-bachelor', 'hbo-master', 'wo-bachelor', 'wo-master'])
    t.ok(educationOf(word), `scenario word ${word}`)
  t.equal(educationOf('onbekend'), undefined, 'onbekend is no level')
  t.equal(educationOf(' HBO '), educationOf('hbo'), 'case and spaces do not matter')
  t.equal(educationOf('wo')?.track, 'wo')
  t.equal(educationOf('hbo')?.track, 'hbo')
  t.equal(educationOf('mbo-niveau')?.diploma, false, 'a level is no paper')
  t.equal(educationOf('mbo-diploma')?.diploma, true)
  const VUM: ReadonlyArray<readonly ['werkniveau' | 'opleiding', number, { min: number; max: number } | undefined]> = [
    ['werkniveau', 1, range(1)],
    ['werkniveau', 2, range(1)],
    ['werkniveau', 3, range(2, 3)],
    ['werkniveau', 4, range(3, 5)],
    ['werkniveau', 5, range(6)],
    ['werkniveau', 6, range(7, 8)],
    ['werkniveau', 0, undefined],
    ['werkniveau', 7, undefined],
    ['werkniveau', 99, undefined],
    ['opleiding', 1, range(1)],
    ['opleiding', 2, range(2, 3)],
    ['opleiding', 4, range(3, 5)],
    ['opleiding', 5, range(6)],
    ['opleiding', 6, range(7, 8)],
    ['opleiding', 9, undefined]
  ]
  for (const [system, code, wanted] of VUM) t.same(educationOfVum(system, code), wanted, `VUM ${system} ${code}`)

  t.equal(EDU_CODES.length, 72, '36 ranges, each with and without wo')
  t.equal(new Set(EDU_CODES.map(c => c.code)).size, 72)
  t.equal(eduCode(range(7), 'wo'), '7-7w')
  t.equal(eduCode(range(4, 5), null), '4-5')
  const COMPARED: ReadonlyArray<readonly [number, number, 'hbo' | 'wo' | null, number, number, boolean, string]> = [
    [5, 5, null, 5, 5, false, 'meets'],
    [6, 6, 'hbo', 3, 5, false, 'meets'],
    [4, 4, null, 5, 5, false, 'below'],
    [3, 5, null, 5, 5, false, 'overlap'],
    [4, 4, null, 3, 5, false, 'overlap'],
    [5, 5, null, 3, 5, false, 'meets'],
    [7, 7, 'hbo', 7, 7, true, 'overlap'],
    [7, 7, 'wo', 7, 7, true, 'meets'],
    [7, 7, 'hbo', 7, 7, false, 'meets'],
    [6, 6, 'hbo', 7, 7, true, 'below'],
    [8, 8, 'wo', 7, 7, true, 'meets'],
    [1, 1, null, 1, 1, false, 'meets']
  ]
  for (const [a, b, track, c, d, wo, wanted] of COMPARED) {
    t.equal(compareEducation(range(a, b), track, range(c, d), wo), wanted, `${a}-${b} ${track ?? '-'} against ${c}-${d}${wo ? ' wo' : ''}`)
  }
  const anyRange = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).map(([a, b]) => range(Math.min(a, b), Math.max(a, b)))
  t.doesNotThrow(() => {
    fc.assert(
      fc.property(anyRange, anyRange, fc.boolean(), (own, asked, wo) => {
        const more = compareEducation(range(Math.min(8, own.min + 1), Math.min(8, own.max + 1)), 'hbo', asked, wo)
        const rank = { below: 0, overlap: 1, meets: 2 }
        return rank[more] >= rank[compareEducation(own, 'hbo', asked, wo)]
      })
    )
  }, 'a higher level never compares worse')
  t.equal(educationLabel(range(5)), 'mbo-4, havo of vwo')
  t.match(educationLabel(range(4, 5)), / tot /)
  t.same(
    STUDY_FIELDS.filter(f => !/^[a-z0-9-]{1,60}$/.test(f.code) || f.words.length === 0 || f.isco2.some(i => i.length !== 2 || !ISCO.has(i))),
    [],
    'fields of study: code, words, groups'
  )
  t.same(shared([...STUDY_FIELDS].map(f => [f.code, f.words])), [], 'a word names one field')
  t.end()
}

/** Licences, certificates, languages. */
export function papers(t: Test): void {
  t.same(
    [...LICENCES.keys()].toSorted(bytes),
    ['A', 'A1', 'A2', 'AM', 'B', 'B+', 'BE', 'C', 'C1', 'C1E', 'CE', 'D', 'D1', 'D1E', 'DE', 'T'],
    'the 16 categories'
  )
  t.same(
    [...LICENCES.values()].filter(l => l.includes.some(i => !LICENCES.has(i) || i === l.code)).map(l => l.code),
    [],
    'what is included exists'
  )
  t.same(
    [...LICENCES.values()].filter(l => l.includes.some(i => LICENCES.get(i)?.includes.some(j => !l.includes.includes(j)))).map(l => l.code),
    [],
    'what is included includes the rest'
  )
  for (const [held, wanted] of [
    ['B', 'AM'],
    ['CE', 'C'],
    ['CE', 'BE'],
    ['C', 'T'],
    ['DE', 'D1'],
    ['BE', 'B']
  ] as const) {
    t.ok(heldLicences([held]).has(wanted), `${held} includes ${wanted}`)
  }
  for (const [held, no] of [
    ['B', 'BE'],
    ['B', 'C'],
    ['AM', 'B'],
    ['A', 'B'],
    ['D', 'C'],
    ['T', 'B']
  ] as const) {
    t.notOk(heldLicences([held]).has(no), `${held} does not include ${no}`)
  }
  t.equal(heldLicences([]).size, 0)
  t.ok(heldLicences(['ZZ']).has('ZZ'), 'an unknown one stays what it is')
  const words = [...LICENCES.values()].flatMap(l => l.words)
  t.same(
    words.filter((w, i) => words.indexOf(w) !== i),
    ['groot rijbewijs'],
    'only "groot rijbewijs" may be two things'
  )

  const OWN = [
    'VCA-B',
    'VCA-VOL',
    'HEFTRUCK',
    'REACHTRUCK',
    'EPT',
    'HOOGWERKER',
    'CODE95',
    'ADR',
    'BHV',
    'EHBO',
    'HACCP',
    'SOCHYG',
    'BIG',
    'SKJ',
    'LESBEVOEGD',
    'VOG',
    'NEN3140',
    'BOA',
    'TAXIPAS',
    'NT2-I',
    'NT2-II'
  ]
  t.same(
    OWN.filter(code => !CERTIFICATES.has(code)),
    [],
    'the certificates of the design'
  )
  t.same(
    [...CERTIFICATES.values()].filter(c => !/^[A-Z0-9+-]{1,20}$/.test(c.code) || c.words.length === 0).map(c => c.code),
    [],
    'code and words'
  )
  t.same(
    [...CERTIFICATES.values()].filter(c => c.validYears !== null && !(c.validYears >= 1 && c.validYears <= 10)).map(c => c.code),
    [],
    'years'
  )
  t.same(
    rows('licences/certificates.tsv').filter(r => !['ja', 'nee'].includes(r['obtainable'] ?? '')),
    [],
    'obtainable or not'
  )
  for (const code of ['VOG', 'BHV', 'VCA-B', 'EHBO', 'HACCP', 'HEFTRUCK']) t.equal(CERTIFICATES.get(code)?.obtainable, true, `${code} is a short way off`)
  for (const code of ['BIG', 'LESBEVOEGD', 'SKJ']) t.equal(CERTIFICATES.get(code)?.obtainable, false, `${code} is hard`)
  t.same(shared([...CERTIFICATES.values()].map(c => [c.code, c.words])), [], 'a word names one certificate')

  t.same(
    [...LANGUAGES.values()].filter(l => !/^[a-z]{3}$/.test(l.code) || l.words.length === 0).map(l => l.code),
    [],
    'languages'
  )
  for (const code of ['nld', 'eng', 'deu', 'fra', 'pol', 'ara', 'tur', 'ukr']) t.ok(LANGUAGES.has(code), code)
  t.same(['A1', 'a2', 'B1', 'B2', 'C1', 'c2', 'D1'].map(levelOfCefr), [1, 2, 2, 3, 4, 4, undefined], 'CEFR to VUM')
  t.end()
}
