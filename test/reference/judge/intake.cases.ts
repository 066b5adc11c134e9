import type { CapacityDocument } from '../../../src/domain/capacity.ts'
import { atMost, document, limit } from '../../helpers/candidate.ts'

/** A document as it is handed in, and the fields that are wrong with it. */
export interface IntakeCase {
  readonly name: string
  readonly document: CapacityDocument
  readonly wrong: readonly string[]
}

const one = (
  name: string,
  wrong: readonly string[],
  code: string,
  niveau: number,
  label?: string,
  editie: CapacityDocument['editie'] = 'referentie'
): IntakeCase => ({ name, wrong, document: document([limit(code, niveau, label === undefined ? {} : { label })], { editie }) })
const steps = (name: string, wrong: readonly string[], ...buildUp: CapacityDocument['buildUp']): IntakeCase => ({
  name,
  wrong,
  document: document([], { buildUp })
})

/** Edition before code (`fml.md` 2): one code has two meanings, so a label must belong to the edition. */
export const cases: readonly IntakeCase[] = [
  one('a good limit', [], '4.13', 1, 'Tillen'),
  one('a good limit without a label', [], '4.13', 3),
  one('a label in other words of the same item', [], '1.1', 1, 'vasthouden aandacht'),
  one('4.13 in klassiek is pushing or pulling', [], '4.13', 1, 'Duwen of trekken', 'klassiek'),
  one('4.13 with the label of klassiek', ['limits.0.label'], '4.13', 1, 'Duwen of trekken'),
  one('4.13 in klassiek with the label of referentie', ['limits.0.label'], '4.13', 1, 'Tillen', 'klassiek'),
  one('the label of another item', ['limits.0.label'], '4.14', 1, 'Buigen', 'klassiek'),
  one(
    '1.8 in klassiek is other limits, the label of the conditions is nearer to referentie',
    ['limits.0.label'],
    '1.8',
    1,
    'Specifieke voorwaarden persoonlijk functioneren',
    'klassiek'
  ),
  one('1.8 in referentie with the label of klassiek', ['limits.0.label'], '1.8', 1, 'Overige beperkingen persoonlijk functioneren'),
  one('the label of klassiek holds that of referentie, and is refused', ['limits.0.label'], '4.14', 1, 'Tillen of dragen'),
  one('the label of referentie is part of that of klassiek, and is refused', ['limits.0.label'], '4.14', 1, 'Dragen', 'klassiek'),
  one('4.14 in klassiek with its own label', [], '4.14', 1, 'Tillen of dragen', 'klassiek'),
  one('a label of nothing', ['limits.0.label'], '4.13', 1, 'Zingen'),
  one('a code the edition does not know', ['limits.0.code'], '4.23', 1),
  one('the same code in an edition that knows it', [], '4.23', 1, undefined, 'klassiek'),
  one('March 2024 uses the codes of referentie', [], '4.13', 1, 'Tillen', 'maart2024'),
  one('a level the item does not have', ['limits.0.niveau'], '2.9', 3),
  one('the last level it has', [], '2.9', 2),
  one('a level of March 2024 in the older edition', ['limits.0.niveau'], '6.3', 10),
  one('the same level in March 2024', [], '6.3', 10, undefined, 'maart2024'),
  one('an item that only informs', ['limits.0.code'], '4.1', 1),
  { name: 'an edition of its own for one limit', document: document([limit('4.23', 1, { editie: 'klassiek' })]), wrong: [] },
  { name: 'the second limit is named by its place', document: document([limit('4.13', 1), limit('4.13', 9)]), wrong: ['limits.1.niveau'] },
  steps('a build-up', [], { from: '2026-12-01', perDay: null, perWeek: atMost(16) }, { from: '2027-01-04', perDay: null, perWeek: atMost(24) }),
  steps(
    'two steps on one date',
    ['buildUp'],
    { from: '2026-12-01', perDay: null, perWeek: atMost(16) },
    { from: '2026-12-01', perDay: null, perWeek: atMost(24) }
  ),
  { name: 'a document of today that ends today', document: document([], { date: '2026-11-24', validUntil: '2026-11-24' }), wrong: [] },
  { name: 'a document of tomorrow', document: document([], { date: '2026-11-25' }), wrong: ['date'] },
  { name: 'valid until before its own day', document: document([], { date: '2026-03-01', validUntil: '2026-02-28' }), wrong: ['validUntil'] },
  steps('a step without hours', ['buildUp.0'], { from: '2026-12-01', perDay: null, perWeek: null })
]

/** Levels and loads in plain Dutch, as an explanation shows them. */
export const levels: ReadonlyArray<
  readonly [dimensie: 'tillen_kg' | 'dragen_kg' | 'gebogen_min' | 'knielen_per_uur' | 'conflicten' | 'lopen_min_aaneen', niveau: number, text: string]
> = [
  ['tillen_kg', 1, 'niveau 1: ca. 10 kg, tot 10 keer per uur'],
  ['dragen_kg', 2, 'niveau 2: ca. 5 kg, tot 1 minuut achter elkaar'],
  ['gebogen_min', 0, 'niveau 0: minstens 5 minuten achter elkaar, 2 keer per uur'],
  ['knielen_per_uur', 1, 'niveau 1: hoogstens 5 keer per uur'],
  ['lopen_min_aaneen', 3, 'niveau 3: minder dan 5 minuten achter elkaar'],
  ['conflicten', 2, 'niveau 2: doorgaans geen conflicten'],
  ['conflicten', 7, 'niveau 7']
]
