import { average, document, hoursDocument, limit, printed } from '../../helpers/candidate.ts'
import { load } from '../../helpers/vacancy.ts'
import type { Limit } from '../../../src/domain/capacity.ts'
import { band, bend, CONFIRMED, degrees, focus, kneel, lift, says, settled, sit, walk, type DocumentCase } from '../judge-case.ts'

/** One document in edition `referentie` with the limits given. */
const on = (name: string, limits: readonly Limit[], loads: DocumentCase['loads'], expect: DocumentCase['expect']): DocumentCase => ({
  name,
  documents: [document(limits)],
  loads,
  expect
})

const klassiek = (code: string, niveau: number, over: Partial<Limit> = {}): Limit => limit(code, niveau, { editie: 'klassiek', ...over })

/** A printed value between two levels: exceeded only at the next wider one, met only at the next narrower one. */
const LIFT = 'belasting.tillen_kg'
const betweenLevels: readonly DocumentCase[] = [
  on('printed 12 kg: 10 kg fits by the narrower level', [printed('4.13', 12)], [lift(10, 6)], { [`${LIFT}.0-1`]: 'past' }),
  on('printed 12 kg: 12 kg itself is between, no interpolation', [printed('4.13', 12)], [lift(12, 6)], { [`${LIFT}.0-1`]: 'signaal' }),
  on('printed 12 kg: 15 kg is the norm, not above it', [printed('4.13', 12)], [lift(15, 6)], { [`${LIFT}.0-1`]: 'signaal' }),
  on('printed 12 kg: 16 kg exceeds the wider level', [printed('4.13', 12)], [lift(16, 6)], { [`${LIFT}.0-1`]: 'overschrijding' }),
  on('printed 12 kg: 10 kg, 40 an hour is weighed as it is at 10 kg', [printed('4.13', 12)], [lift(10, 40)], { [`${LIFT}.0-1`]: 'signaal' }),
  on('printed 12 kg: the answer of 8 kg goes before the advert of 20', [printed('4.13', 12)], [lift(20, 6), lift(8, 6, CONFIRMED)], {
    [`${LIFT}.0-1`]: 'past'
  }),
  on('printed 12 kg: nothing known', [printed('4.13', 12)], [], { [`${LIFT}.0-1`]: 'signaal' }),
  on('printed 7 kg: 5 kg fits', [printed('4.13', 7)], [lift(5, 6)], { [`${LIFT}.1-2`]: 'past' }),
  on('printed 7 kg: 7 kg is between', [printed('4.13', 7)], [lift(7, 6)], { [`${LIFT}.1-2`]: 'signaal' }),
  on('printed 7 kg: 14 kg is above the wider 10 but below its own next level', [printed('4.13', 7)], [lift(14, 6)], { [`${LIFT}.1-2`]: 'signaal' }),
  on('printed 7 kg: 15 kg exceeds', [printed('4.13', 7)], [lift(15, 6)], { [`${LIFT}.1-2`]: 'overschrijding' }),
  on('printed 1 kg: no narrower level, nothing above zero fits', [printed('4.13', 1)], [lift(1, 6)], { [`${LIFT}.3-x`]: 'signaal' }),
  on('printed 1 kg: 5 kg exceeds', [printed('4.13', 1)], [lift(5, 6)], { [`${LIFT}.3-x`]: 'overschrijding' }),
  on('printed 20 kg: wider than the norm, never exceeded', [printed('4.13', 20)], [lift(90, 6)], { [`${LIFT}.x-1`]: 'signaal' }),
  on('printed 15 kg is the norm: above it is weighed, not exceeded', [printed('4.13', 15, 'ca', 0)], [lift(16, 6)], { [`${LIFT}.x-1`]: 'signaal' }),
  on('printed "less than 15": the norm is the wider level', [printed('4.13', 15, 'lt')], [lift(16, 6)], { [`${LIFT}.0-1`]: 'overschrijding' }),
  on('printed 10 kg is level 1', [printed('4.13', 10, 'ca', 2)], [lift(10, 6)], { [`${LIFT}.1`]: 'past' }),
  on('a printed value outranks the level beside it', [printed('4.13', 5, 'ca', 1)], [lift(10, 6)], { [`${LIFT}.2`]: 'overschrijding' }),
  on('a printed value counts on an item scored normal', [printed('4.13', 5, 'ca', 0)], [lift(10, 6)], { [`${LIFT}.2`]: 'overschrijding' }),
  on('printed "less than 5 minutes" is level 3', [printed('4.16', 5, 'lt', 3)], [walk(5)], { 'belasting.lopen_min_aaneen.3': 'overschrijding' }),
  on('printed "about 5 minutes" is wider than "less than 5"', [printed('4.16', 5, 'ca', 3)], [walk(5)], { 'belasting.lopen_min_aaneen.2-3': 'signaal' }),
  on('printed "about 5 minutes": no walking fits', [printed('4.16', 5, 'ca', 3)], [says('lopen_min_aaneen', false)], {
    'belasting.lopen_min_aaneen.2-3': 'past'
  }),
  on('printed "about 5 times": 6 is weighed, "at most 5" would exceed', [printed('4.20', 5)], [kneel(6)], { 'belasting.knielen_per_uur.0-1': 'signaal' }),
  on('printed "about 5 times": 5 fits', [printed('4.20', 5)], [kneel(5)], { 'belasting.knielen_per_uur.0-1': 'past' }),
  on('printed "at most 5 times" is level 1: 6 exceeds', [printed('4.20', 5, 'max')], [kneel(6)], { 'belasting.knielen_per_uur.1': 'overschrijding' }),
  on('printed "at most 4 hours" sitting is level 2', [printed('5.2', 4, 'max')], [sit(4)], { 'belasting.zitten_uur_dag.2': 'past' }),
  on('printed "less than 4 hours" sitting is level 3', [printed('5.2', 4, 'lt')], [sit(4)], { 'belasting.zitten_uur_dag.3': 'overschrijding' }),
  on('a printed value on a ladder of answers leaves the level', [printed('2.8', 3, 'ca', 2)], [says('conflicten', 'geen')], {
    'belasting.conflicten.2': 'past'
  }),
  on('printed 2 m climbing is no stepladder of 3 m', [printed('4.19', 2)], [says('klimmen', 'huishoudtrap')], { 'belasting.klimmen.1-open': 'signaal' }),
  on('printed 3 m climbing is the stepladder', [printed('4.19', 3)], [says('klimmen', 'huishoudtrap')], { 'belasting.klimmen.1': 'past' }),
  on('printed 30 degrees is no 35', [printed('3.1', 30)], [says('temperatuur', 'geen-hitte')], { 'belasting.temperatuur.1-open': 'signaal' }),
  on('a printed value is not passed over at the norm of a ladder of answers', [printed('2.8', 3, 'ca', 0)], [says('conflicten', 'geen')], {
    'belasting.conflicten.1-open': 'signaal'
  }),
  on('an edition of March 2024 uses the codes of referentie', [limit('4.13', 1, { editie: 'maart2024' })], [lift(10, 6)], { [`${LIFT}.1`]: 'past' })
]

/** Levels marked C never decide; a printed value or a B level of `klassiek` does. */
const certainty: readonly DocumentCase[] = [
  on('klassiek 4.11 is C: 600 bends an hour is weighed', [klassiek('4.11', 3)], [bend(600)], { 'belasting.buigen_per_uur.3-open': 'signaal' }),
  on('klassiek 4.11 is C: 10 bends an hour never fits', [klassiek('4.11', 1)], [bend(10)], { 'belasting.buigen_per_uur.1-open': 'signaal' }),
  on('klassiek 4.14 level 2 is B: 5 kg decides', [klassiek('4.14', 2)], [load('tillen_dragen_kg', { op: 'eq', value: 5, unit: 'kg' })], {
    'belasting.tillen_dragen_kg.2': 'past'
  }),
  on('klassiek 4.14 level 3 is C', [klassiek('4.14', 3)], [load('tillen_dragen_kg', { op: 'eq', value: 50, unit: 'kg' })], {
    'belasting.tillen_dragen_kg.3-open': 'signaal'
  }),
  on('klassiek 1.1 is A: it decides', [klassiek('1.1', 2)], [focus(30)], { 'belasting.aandacht_vasthouden_min.2': 'overschrijding' }),
  on('klassiek 1.9.2 (fixed methods) stands on level 1, C', [klassiek('1.9.2', 1)], [says('zelfstandigheid_structuur', 'vrij')], {
    'belasting.zelfstandigheid_structuur.1-open': 'signaal'
  }),
  on('klassiek 1.9.1 (fully structured) stands on level 2, C', [klassiek('1.9.1', 1)], [], { 'belasting.zelfstandigheid_structuur.2-open': 'signaal' }),
  on('klassiek 4.9 level 1 has no value: it cannot be placed', [klassiek('4.9', 1)], [load('reiken_per_uur', { op: 'eq', value: 900, unit: 'per-hour' })], {
    'belasting.reiken_per_uur.1-open': 'signaal'
  }),
  on('klassiek 4.11 with a printed value decides', [klassiek('4.11', 1, { printed: { value: 300, op: 'ca' } })], [bend(300)], {
    'belasting.buigen_per_uur.1': 'past'
  }),
  on('one level from two editions, of which one may decide: two bars', [limit('4.10', 1), klassiek('4.11', 1)], [bend(600)], {
    'belasting.buigen_per_uur.1': 'overschrijding',
    'belasting.buigen_per_uur.1-open': 'signaal'
  })
]

/** Headings count by their sub-points; alone they stay open. */
const headings: readonly DocumentCase[] = [
  on('1.8 alone', [limit('1.8', 1)], [says('deadlines', true)], { 'belasting.voorwaarden_persoonlijk.1-open': 'signaal' }),
  on('1.8 with 1.8.4: the sub-point counts', [limit('1.8', 1), limit('1.8.4', 1)], [says('deadlines', true)], { 'belasting.deadlines.1': 'overschrijding' }),
  on('1.8 with a sub-point scored normal stays open', [limit('1.8', 1), limit('1.8.4', 0)], [], { 'belasting.voorwaarden_persoonlijk.1-open': 'signaal' }),
  on('2.12 alone', [limit('2.12', 1)], [says('klantcontact', true)], { 'belasting.voorwaarden_sociaal.1-open': 'signaal' }),
  on('1.5 alone, though its dimension has load', [limit('1.5', 1)], [settled('doelmatig_handelen', 0)], { 'belasting.doelmatig_handelen.1-open': 'signaal' }),
  on('1.5 with two sub-points is one question', [limit('1.5', 1), limit('1.5.1', 1), limit('1.5.2', 1)], [settled('doelmatig_handelen', 1)], {
    'belasting.doelmatig_handelen.1': 'past'
  }),
  on('1.6 alone', [limit('1.6', 1)], [], { 'belasting.zelfstandig_handelen.1-open': 'signaal' }),
  on('3.8 alone', [limit('3.8', 1)], [], { 'belasting.overig_fysiek.1-open': 'signaal' }),
  on('4.3 alone concerns every use of the hands', [limit('4.3', 1)], [says('handgebruik_fijn', true)], { 'belasting.handgebruik.1-open': 'signaal' }),
  on('4.3 with 4.3.7: fine work, not force', [limit('4.3', 1), limit('4.3.7', 1)], [settled('handgebruik_kracht', 0)], {
    'belasting.handgebruik_fijn.1': 'onbekend'
  }),
  on('klassiek 1.9 with 1.9.4', [klassiek('1.9', 1), klassiek('1.9.4', 1)], [], { 'belasting.afleiding.1-open': 'signaal' }),
  on('4.1 and 4.2 only inform', [limit('4.1', 1), limit('4.2', 1)], [], {}),
  on('an unknown code sets no limit here; intake refuses it', [limit('4.99', 1)], [], {})
]

/** Answers that hold apart, several limits on one dimension, and limits that stay unlimited. */
const several: readonly DocumentCase[] = [
  on('evening and night both apply: two bars', [limit('6.1', 1), limit('6.1', 2)], [says('etmaal', 'nacht')], {
    'belasting.etmaal.1': 'onbekend',
    'belasting.etmaal.2': 'overschrijding'
  }),
  on('heat and cold both apply', [limit('3.1', 1), limit('3.1', 2)], [degrees(-20)], {
    'belasting.temperatuur.1': 'onbekend',
    'belasting.temperatuur.2': 'overschrijding'
  }),
  on('2.6 twice: answers of equal weight each keep their bar', [limit('2.6', 1), limit('2.6', 4)], [settled('emotionele_problemen', 1)], {
    'belasting.emotionele_problemen.1': 'past',
    'belasting.emotionele_problemen.4': 'overschrijding'
  }),
  on('two levels on one ladder: only the narrower asks', [limit('4.13', 1), limit('4.13', 3)], [lift(5, 6)], { [`${LIFT}.3`]: 'overschrijding' }),
  on('lifting limited, carrying not: heavy carrying is above the norm only', [limit('4.13', 1)], [load('dragen_kg', { op: 'eq', value: 40, unit: 'kg' })], {
    [`${LIFT}.1`]: 'onbekend',
    'belasting.boven-norm': 'signaal'
  }),
  on('lifting limited: a load of another edition is a signaal', [limit('4.13', 1)], [load('tillen_dragen_kg', { op: 'eq', value: 1, unit: 'kg' })], {
    [`${LIFT}.1`]: 'signaal'
  }),
  on('hours are no tokens: 6.2 and 6.3 give no bar here', [limit('6.2', 3), limit('6.3', 3)], [], {}),
  on('weighed item, stated', [limit('3.6', 1)], [says('geluid', false)], { 'belasting.geluid.1': 'signaal' }),
  on('weighed item, settled', [limit('3.6', 1)], [settled('geluid', 1)], { 'belasting.geluid.1': 'past' }),
  on('nothing known', [limit('4.13', 1)], [], { [`${LIFT}.1`]: 'onbekend' }),
  on('expected within: asked', [limit('4.13', 1)], [band('tillen_kg', 1)], { [`${LIFT}.1`]: 'onbekend' }),
  on('expected above: weighed', [limit('4.13', 1)], [band('tillen_kg', 4)], { [`${LIFT}.1`]: 'signaal' })
]

/** Level 0: above the norm is weighed for everybody, and never excludes. */
const norm: readonly DocumentCase[] = [
  on('no limits, work above the norm', [], [lift(40, 6)], { 'belasting.boven-norm': 'signaal' }),
  on('no limits, work at the norm', [], [lift(15, 10)], { 'belasting.boven-norm': 'past' }),
  on('no limits, heavy work expected only', [], [band('tillen_kg', 4)], { 'belasting.boven-norm': 'past' }),
  on('an answer within the norm clears a heavy advert', [], [lift(40, 6), lift(8, 6, CONFIRMED)], { 'belasting.boven-norm': 'past' }),
  on('a limited dimension is judged by its limit, not by the norm', [limit('4.13', 1)], [lift(40, 6)], {
    [`${LIFT}.1`]: 'overschrijding',
    'belasting.boven-norm': 'past'
  }),
  on('level 0 is no limit', [limit('4.13', 0)], [lift(15, 6)], { 'belasting.boven-norm': 'past' }),
  on('a roof is above the norm', [], [says('klimmen', 'dak')], { 'belasting.boven-norm': 'signaal' })
]

/** Which document leads, and what a text does. */
const text = (status: 'open' | 'mapped' | 'clarifies') => document([limit('4.13', 1)], { texts: [{ text: 'vaste pauzes', status, reason: 'uitgewerkt' }] })
const leading: readonly DocumentCase[] = [
  {
    name: 'the newest document leads',
    documents: [document([limit('4.13', 3)], { date: '2026-01-01' }), document([limit('4.13', 1)])],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.1`]: 'past' }
  },
  {
    name: 'a newer IZP that says nothing takes no limit away',
    documents: [document([limit('4.13', 3)], { date: '2026-01-01' }), document([], { type: 'IZP', date: '2026-11-01' })],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.3`]: 'overschrijding' }
  },
  {
    name: 'nor does one of which a text only clarifies',
    documents: [
      document([limit('4.13', 3)], { date: '2026-01-01' }),
      document([], { type: 'BAR', date: '2026-11-01', texts: [{ code: null, text: 'vaste pauzes', status: 'clarifies', reason: 'geen grens' }] })
    ],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.3`]: 'overschrijding' }
  },
  {
    name: 'an open text of a newer document waits beside the limits of before',
    documents: [
      document([limit('4.13', 1)], { date: '2026-01-01' }),
      document([], { type: 'IZP', date: '2026-11-01', texts: [{ code: null, text: 'vaste pauzes', status: 'open' }] })
    ],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.1`]: 'past', 'profiel.toelichting': 'signaal' }
  },
  {
    name: 'a newer FML without limits says that nothing is limited',
    documents: [document([limit('4.13', 3)], { date: '2026-01-01' }), document([], { date: '2026-11-01' })],
    loads: [lift(10, 6)],
    expect: {}
  },
  {
    name: 'a document of tomorrow does not count yet',
    documents: [document([limit('4.13', 1)]), document([limit('4.13', 3)], { date: '2026-11-25' })],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.1`]: 'past' }
  },
  {
    name: 'a document of today counts',
    documents: [document([limit('4.13', 1)]), document([limit('4.13', 3)], { date: '2026-11-24' })],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.3`]: 'overschrijding' }
  },
  {
    name: 'an expired document gives way',
    documents: [document([limit('4.13', 1)], { date: '2026-01-01' }), document([limit('4.13', 3)], { validUntil: '2026-11-23' })],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.1`]: 'past' }
  },
  {
    name: 'a document holds on its last day',
    documents: [document([limit('4.13', 3)], { validUntil: '2026-11-24' })],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.3`]: 'overschrijding' }
  },
  {
    name: 'only an expired document: there is none',
    documents: [document([limit('4.13', 3)], { validUntil: '2026-11-23' })],
    loads: [lift(10, 6)],
    expect: { 'profiel.geen-document': 'onbekend' }
  },
  {
    name: 'two of one date: the stricter limit asks',
    documents: [document([limit('4.13', 1)]), document([limit('4.13', 2)])],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.2`]: 'overschrijding' }
  },
  {
    name: 'two of one date, the other way round',
    documents: [document([limit('4.13', 2)]), document([limit('4.13', 1)])],
    loads: [lift(10, 6)],
    expect: { [`${LIFT}.2`]: 'overschrijding' }
  },
  {
    name: 'two of one date: one says no usable abilities',
    documents: [document([], { usableCapacity: false }), document([])],
    loads: [],
    expect: { benutbaar: 'overschrijding' }
  },
  {
    name: 'an open text forces a signaal',
    documents: [text('open')],
    loads: [lift(5, 6)],
    expect: { [`${LIFT}.1`]: 'past', 'profiel.toelichting': 'signaal' }
  },
  { name: 'a text turned into limits is done', documents: [text('mapped')], loads: [lift(5, 6)], expect: { [`${LIFT}.1`]: 'past' } },
  { name: 'a text that only clarifies is done', documents: [text('clarifies')], loads: [lift(5, 6)], expect: { [`${LIFT}.1`]: 'past' } },
  {
    name: 'a text of an older document does not force',
    documents: [{ ...text('open'), date: '2026-01-01' }, document([limit('4.13', 1)])],
    loads: [lift(5, 6)],
    expect: { [`${LIFT}.1`]: 'past' }
  },
  {
    name: 'an answer expires between two days',
    documents: [document([limit('4.13', 1)])],
    loads: [lift(8, 6, CONFIRMED)],
    day: '2028-11-02',
    expect: { [`${LIFT}.1`]: 'onbekend' }
  },
  {
    name: 'an IZP is a document like any other',
    documents: [hoursDocument({ perWeek: average(20) }, { type: 'IZP', limits: [limit('4.13', 1)] })],
    loads: [lift(15, 6)],
    expect: { [`${LIFT}.1`]: 'overschrijding' }
  }
]

export const cases: readonly DocumentCase[] = [...betweenLevels, ...certainty, ...headings, ...several, ...norm, ...leading]
