import type { Test } from 'tap'
import type { BarReason } from '../../src/domain/reason.ts'
import { counted, dutchDay, dutchDuration, dutchNumber } from '../../src/reference/numbers.ts'
import { barLine, barName, whyWords } from '../../src/wording/bars.ts'
import { differsWords } from '../../src/wording/codes.ts'
import { figuresSentence } from '../../src/wording/figures.ts'
import { gradeWords } from '../../src/wording/grades.ts'
import { machineWords } from '../helpers/machine-words.ts'

const FIGURES: ReadonlyArray<readonly [string, BarReason['figures'], string | undefined]> = [
  [
    'reis.te-ver',
    { km: 85.1, minutes: 370, mode: 'fiets', home: 'Zwolle', place: 'Utrecht', maxKm: 12.5, maxMinutes: 60 },
    '85,1 km van Zwolle naar Utrecht, op de fiets naar schatting 6 uur en 10 minuten; de kandidaat reist hoogstens 12,5 km en 1 uur.'
  ],
  [
    'reis.rand',
    { km: 1, minutes: null, mode: 'onbekend', home: 'Zwolle', place: null, maxKm: 40, maxMinutes: null },
    '1 km van Zwolle naar het werk; de kandidaat reist hoogstens 40 km.'
  ],
  [
    'reis.woonplaats-niet-gevonden',
    { km: null, home: null, maxKm: 5 },
    'Vul bij de kandidaat een plaats met provincie in, of een postcode die bestaat; de kandidaat reist hoogstens 5 km.'
  ],
  ['reis.thuis', { km: 12, home: 'Zwolle' }, undefined],
  ['opleiding.gelijkwaardig', { asked: 'hbo', own: 'mbo-3', strict: false }, 'Gevraagd: hbo; kandidaat: mbo-3.'],
  [
    'diploma.ontbreekt',
    { fields: 'pabo', strict: true, open: true },
    'Gevraagd: Lerarenopleiding basisonderwijs; een vergelijkbare opleiding mag misschien ook.'
  ],
  ['rijbewijs.ontbreekt', { asked: 'B, C', missing: 'C' }, 'Gevraagd: B (auto), C (vrachtwagen); ontbreekt: C (vrachtwagen).'],
  ['certificaat.te-regelen', { missing: 'VOG, BHV' }, 'Ontbreekt: Verklaring omtrent gedrag, Bedrijfshulpverlening.'],
  ['taal.navragen', { asked: 'eng 3, nld 4', own: '' }, 'Gevraagd: Engels (niveau 3 van 4), Nederlands (niveau 4 van 4).'],
  ['uren.later', { fitsFrom: '2027-02-15' }, 'Past vanaf: 15-02-2027.'],
  ['uren.past', { fitsFrom: null }, undefined],
  ['dagdelen.kan-niet', { evening: true, night: null, weekend: false, office: null }, 'Avond wel; weekend niet.'],
  ['dienstverband.geen-loondienst', { kind: '03', term: 'B', selfEmployed: true }, 'Soort: vrijwilligerswerk; tijdelijk; als zzp’er.'],
  ['vacature.gesloten', { closesAt: '2026-11-01', status: 'expired' }, 'Stand: verlopen; sluit op: 01-11-2026.'],
  ['capaciteit.geen-benutbare-mogelijkheden', { document: '2026-10-01' }, 'Document van: 01-10-2026.'],
  ['profiel.leeg', { missing: 'opleiding, ervaring', texts: 0 }, 'Ontbreekt: opleiding, ervaring.'],
  ['profiel.toelichting', { missing: '', texts: 2 }, '2 toelichtingen van de arts open.'],
  ['load.boven-norm', { dimensies: 'tillen_kg, dragen_kg' }, 'Het gaat om tillen, dragen.'],
  ['load.signaal', { dimensie: 'tillen_kg', niveau: 1, conflict: true }, 'De vacature spreekt zichzelf hierin tegen; het zwaarste telt.']
]

/** Codes, figures and numbers in words. */
export function wording(t: Test): void {
  for (const [code, figures, said] of FIGURES) t.equal(figuresSentence({ code, figures }), said, code)
  t.same([370, 60, 61, 1, 0, 125].map(dutchDuration), ['6 uur en 10 minuten', '1 uur', '1 uur en 1 minuut', '1 minuut', '0 minuten', '2 uur en 5 minuten'])
  t.same(
    [dutchNumber(85.1), dutchNumber(0.1 + 0.2), dutchNumber(-5), counted(1, 'keer', 'keren'), counted(1.5, 'minuut', 'minuten')],
    ['85,1', '0,3', '-5', '1 keer', '1,5 minuten']
  )
  t.equal(dutchDay('2026-11-22T23:30:00.000Z'), '22-11-2026')
  t.equal(barLine({ bar: 'belasting.tillen_kg.1-2', code: 'load.overschrijding' }), 'tillen: over de grens')
  t.equal(barLine({ bar: 'certificaten.vog', code: 'certificaat.te-regelen' }), 'VOG: nog te regelen')
  t.same([barName('belasting.nergens.1'), barName('verzin'), whyWords('verzin.past'), gradeWords('verzin')], [undefined, undefined, undefined, undefined])
  t.same(
    [gradeWords('tillen_kg.verwacht'), gradeWords('24110.7'), gradeWords('tot-30-km'), gradeWords('beroep-40'), gradeWords('2-vaardigheden')],
    ['tillen naar verwachting', 'formuleren en rapporteren', 'tot 30 km', '', '2 vaardigheden']
  )
  t.same(
    (
      [
        ['hours', '24-32'],
        ['hours', '21.6-21.6'],
        ['salary', '2500-3500 MONTH'],
        ['salary', '-18.5 HOUR'],
        ['educationLevel', '4-5'],
        ['languages', 'eng:3 nld:4'],
        ['contract', 'O'],
        ['remote', 'hybrid'],
        ['startsOn', '2027-01-01'],
        ['licences', 'B BE']
      ] as const
    ).map(([field, value]) => differsWords(field, value).value),
    [
      '24 tot 32 uur',
      '21,6 uur',
      '2500 tot 3500 euro per maand',
      'tot 18,5 euro per uur',
      'mbo-3 tot mbo-4, havo of vwo',
      'Engels (niveau 3 van 4), Nederlands (niveau 4 van 4)',
      'vast',
      'deels thuis',
      '01-01-2027',
      'B (auto), BE (auto met zware aanhanger)'
    ]
  )
  t.equal(machineWords(['a [load.past]', 'lt 3 kg', 'km 85.1', 'op 2026-11-22', 'tillen_kg']).length, 5, 'the check itself bites')
  t.same(machineWords(['Tillen (4.13 niveau 1, editie klassiek): "stond 2026-01-01 in"']), [])
}
