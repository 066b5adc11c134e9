import type { Test } from 'tap'
import { EDUCATION, STUDY } from '../education.cases.ts'
import { EMPLOYER } from '../employer.cases.ts'
import { HOURS } from '../hours.cases.ts'
import { LANGUAGE_CASES } from '../languages.cases.ts'
import { PAPERS } from '../papers.cases.ts'
import { SALARY } from '../salary.cases.ts'
import { SCHEDULE } from '../schedule.cases.ts'
import { TERMS } from '../terms.cases.ts'
import type { VacancyFacts } from '../../../src/domain/vacancy.ts'
import { read } from './read.ts'

const range = (r: { min: number; max: number } | null): string => (r === null ? '-' : `${r.min}-${r.max}`)

/** Hours of a week and of a day. */
export function hours(t: Test): void {
  for (const [text, week, day] of HOURS) {
    const v = read(text)
    t.equal(range(v.hours), week, `${text} (week)`)
    t.equal(range(v.schedule.hoursPerDay), day, `${text} (day)`)
  }
  t.same(read('Je werkt 36 uur per week.', { title: 'Kok 24-32 uur' }).hours, { min: 24, max: 32 }, 'the title goes first')
  t.same(read('Je werkt 36 uur per week.', { hours: { min: 8, max: 12 } }).hours, { min: 8, max: 12 }, 'a field of the feed stays')
  t.equal(read('Functie voor 0,8 fte').evidence.hours?.from, 'rule', 'what is computed is marked')
  t.equal(read('Je werkt 36 uur per week.').evidence.hours?.from, 'text')
  t.equal(read('Je werkt 36 uur per week.').evidence.hours?.span?.text, '36 uur per week')
  t.end()
}

/** Level, paper and field of study. */
export function education(t: Test): void {
  for (const [text, wanted] of EDUCATION) {
    const v = read(`Functie-eisen\n${text}`)
    const rule = v.requiredDiploma === null ? '' : v.requiredDiploma.strict ? ' strict' : ' level'
    t.equal(`${range(v.educationLevel)}${rule}${v.educationTrack === null ? '' : ` ${v.educationTrack}`}`, wanted, text)
  }
  for (const [text, heading, wanted] of STUDY) {
    const { requiredDiploma: d } = read(`${heading}\n${text}`)
    if (wanted === '-') t.equal(d, null, `${heading}: ${text}`)
    else if (wanted === 'open') t.match(d, { open: true }, text)
    else t.match(d, { strict: wanted.startsWith('strict'), ...(wanted === 'level' ? { fields: [] } : {}) }, text)
  }
  t.same(read('Functie-eisen\nEen afgeronde hbo-opleiding verpleegkunde.').requiredDiploma?.open, false, 'one named field leaves no room')
  t.ok((read('Functie-eisen\nEen afgeronde hbo-opleiding verpleegkunde.').requiredDiploma?.fields.length ?? 0) > 0, 'the field of study')
  t.same(
    read('Functie-eisen\nHbo werk- en denkniveau.', { educationLevel: { min: 5, max: 5 } }).educationLevel,
    { min: 5, max: 5 },
    'a field of the feed stays'
  )
  t.same(
    read('Onze medewerkers hebben vaak hbo.\nWie ben jij?\nJe hebt mbo niveau 2.').educationLevel,
    { min: 3, max: 3 },
    'what is demanded outweighs what is told'
  )
  t.end()
}

/** Licences, certificates and languages. */
export function papers(t: Test): void {
  for (const [text, wanted] of PAPERS) {
    const v = read(text)
    t.equal([...v.licences, ...v.certificates].join(' ') || '-', wanted, text)
  }
  t.same(read('Rijbewijs B is verplicht.', { licences: ['C'] }).licences, ['C'], 'a field of the feed stays')
  t.same(read('Over ons\nOnze mensen hebben rijbewijs B en een VOG.').licences, [], 'a firm about itself asks nothing')
  for (const [text, wanted] of LANGUAGE_CASES)
    t.equal(
      read(`Functie-eisen\n${text}`)
        .languages.map(l => `${l.code}:${l.level}`)
        .join(' ') || '-',
      wanted,
      text
    )
  t.same(
    read('Functie-eisen\nJe spreekt vloeiend Duits.', { languages: [{ code: 'nld', level: 2 }] }).languages,
    [{ code: 'nld', level: 2 }],
    'a field of the feed stays'
  )
  t.end()
}

/** Contract, home working, pay, working times, kind of employer. */
export function conditions(t: Test): void {
  for (const [text, wanted] of TERMS) {
    const { contract: c, remote } = read(text)
    t.equal([c.term, c.kind, c.selfEmployed === true ? 'zzp' : null, remote].filter(x => x !== null).join(' ') || '-', wanted, text)
  }
  t.equal(read('Je krijgt een vast contract.', { contract: { term: 'B', kind: null, selfEmployed: null } }).contract.term, 'B', 'a field of the feed stays')
  t.equal(read('Een leuke baan.', { title: 'Stage marketing' }).contract.kind, 'S', 'the title says internship')
  for (const [text, wanted] of SALARY) {
    const { salary: s, evidence } = read(text)
    t.equal(s === null ? '-' : `${s.unit} ${s.min ?? ''}${s.max === null ? '' : `-${s.max}`}${evidence.salary?.from === 'rule' ? ' ?' : ''}`, wanted, text)
  }
  for (const [text, wanted] of SCHEDULE) {
    const { schedule: s } = read(text)
    const said = { evening: s.evening, night: s.night, weekend: s.weekend, shifts: s.shifts, 'on-call': s.onCall, irregular: s.irregular, office: s.office }
    const parts = Object.entries(said).flatMap(([name, yes]) => (yes === null ? [] : [yes ? name : `no-${name}`]))
    if (wanted === '-') t.same(parts, [], text)
    else if (wanted.startsWith('!')) t.notOk(parts.includes(wanted.slice(1)), `${text}: ${wanted} (${parts.join(' ')})`)
    else
      t.ok(
        wanted.split(' ').every(w => parts.includes(w)),
        `${text}: ${wanted} (${parts.join(' ')})`
      )
  }
  t.same(read('Je werkt in nachtdiensten.', { schedule: { ...read('').schedule, night: false } }).schedule.night, false, 'a field of the feed stays')
  const etmaal = (text: string, said: Partial<VacancyFacts['schedule']>): readonly string[] =>
    read(text, { schedule: { ...read('').schedule, ...said } })
      .demands.filter(d => d.dimensie === 'etmaal' && d.provenance === 'stated')
      .map(d => `${String(d.amount?.value)} ${d.kind}`)
  t.same(etmaal('Een baan.', { night: true, evening: false }), ['geen-avond field', 'nacht field'], 'fields of the feed state the load of evening and night')
  t.same(etmaal('Je werkt in dagdienst.', { night: true }), ['nacht field'], 'a field that names the night goes before a day shift of the text')
  t.same(etmaal('Je werkt in dagdienst.', { night: false }), ['geen-nacht field', 'dag text'], 'a field that denies the night leaves the evening to the text')
  for (const [name, text, kind] of EMPLOYER)
    t.equal(read(text, { employer: { name, kind: 'unknown', client: null } }).employer.kind, kind, `${name ?? 'no name'}: ${text}`)
  t.equal(
    read('Een baan.', { employer: { name: 'Onze opdrachtgever', kind: 'unknown', client: null } }).employer.name,
    null,
    'a word that names nobody is no name'
  )
  t.end()
}
