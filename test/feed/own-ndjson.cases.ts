import { advert, ownFile, ownRow, SOURCE, type FileCase } from './files.ts'

const span = { field: 'description', start: 0, end: 12, text: 'Wij zoeken v' }
const stated = { dimensie: 'tillen_kg', amount: { op: 'eq', value: 12, unit: 'kg' }, provenance: 'stated', kind: 'text', confidence: 4 }
const confirmed = { ...stated, provenance: 'confirmed', kind: 'answer', confidence: 5 }
const whole = ownFile([ownRow('a1'), ownRow('a2')])

/** Our own format (`feeds.md` 3.7), with its traps ND01-ND05. */
export const ownCases: readonly FileCase[] = [
  {
    name: 'a whole file',
    file: whole,
    told: ['header full', '2 row a1', '3 row a2'],
    facts: { a1: { title: 'Magazijnmedewerker', hours: { min: 24, max: 32 }, closesAt: '2026-12-31' } }
  },
  {
    name: 'a byte order mark, CRLF and blank lines change nothing',
    file: `\ufeff${whole.replaceAll('\n', '\r\n\r\n')}`,
    told: ['header full', '3 row a1', '5 row a2']
  },
  {
    name: 'UTF-16 with its mark is read',
    file: Buffer.from(`\ufeff${ownFile([ownRow('a1', { title: 'Coördinator' })])}`, 'utf16le'),
    told: ['header full', '2 row a1'],
    facts: { a1: { title: 'Coördinator' } }
  },
  { name: 'a file that names no rows is read; the import says that it is empty', file: ownFile([]), told: ['header full'] },
  { name: 'nothing at all', file: '', told: [], fault: 'held empty' },
  {
    name: 'ND01: the end line is absent',
    file: ownFile([ownRow('a1'), ownRow('a2')], { end: null }),
    told: ['header full', '2 row a1', '3 row a2'],
    fault: 'failed truncated'
  },
  {
    name: 'ND02: the manifest counts more',
    file: ownFile([ownRow('a1')], { manifest: { count: 2 } }),
    told: ['header full', '2 row a1'],
    fault: 'held count-differs'
  },
  {
    name: 'ND02: the end line counts less',
    file: ownFile([ownRow('a1')], { end: { count: 0 } }),
    told: ['header full', '2 row a1'],
    fault: 'held count-differs'
  },
  {
    name: 'a refused row counts: the numbers of the file are about its lines',
    file: ownFile([ownRow('a1'), '{broken', ownRow('a3')]),
    told: ['header full', '2 row a1', '3 reject - bad-json -', '4 row a3']
  },
  { name: 'ND03: a newer version', file: ownFile([ownRow('a1')], { manifest: { version: 2 } }), told: [], fault: 'failed newer-version' },
  {
    name: 'ND03: a newer version with fields we do not know',
    file: ownFile([ownRow('a1')], { manifest: { version: 2, compression: 'zstd' } }),
    told: [],
    fault: 'failed newer-version'
  },
  {
    name: 'a field in the manifest that version 1 does not have',
    file: ownFile([ownRow('a1')], { manifest: { owner: 'x' } }),
    told: [],
    fault: 'failed wrong-type'
  },
  { name: 'version 0', file: ownFile([ownRow('a1')], { manifest: { version: 0 } }), told: [], fault: 'failed wrong-type' },
  { name: 'another kind of file', file: '{"kind":"iets-anders"}\n', told: [], fault: 'failed wrong-type' },
  { name: 'a page of HTML', file: '<html><body>Inloggen</body></html>\n', told: [], fault: 'failed web-page' },
  { name: 'a file of another source', file: ownFile([ownRow('a1')], { source: 'ander' }), source: SOURCE, told: [], fault: 'failed wrong-source' },
  {
    name: 'rows behind the end line',
    file: `${whole}${JSON.stringify(ownRow('a3'))}\n`,
    told: ['header full', '2 row a1', '3 row a2'],
    fault: 'failed wrong-type'
  },
  {
    name: 'ND05: a stated load without its passage',
    file: ownFile([ownRow('a1', { demands: [stated] })]),
    told: ['header full', '2 reject a1 no-evidence demands']
  },
  {
    name: 'ND05: a stated load from a field needs no passage',
    file: ownFile([ownRow('a1', { demands: [{ ...stated, kind: 'field' }] })]),
    told: ['header full', '2 row a1']
  },
  { name: 'ND05: a stated load with its passage', file: ownFile([ownRow('a1', { demands: [{ ...stated, span }] })]), told: ['header full', '2 row a1'] },
  {
    name: 'ND05: a confirmed load without speaker',
    file: ownFile([ownRow('a1', { demands: [{ ...confirmed, at: '2026-11-01' }] })]),
    told: ['header full', '2 reject a1 no-evidence demands']
  },
  {
    name: 'ND05: a confirmed load without date',
    file: ownFile([ownRow('a1', { demands: [{ ...confirmed, by: 'teamleider' }] })]),
    told: ['header full', '2 reject a1 no-evidence demands']
  },
  {
    name: 'ND05: a confirmed load with both',
    file: ownFile([ownRow('a1', { demands: [{ ...confirmed, by: 'teamleider', at: '2026-11-01' }] })]),
    told: ['header full', '2 row a1']
  },
  ...['prepared', 'load', 'id', 'source', 'status', 'contentHash', 'salaris'].map((field): FileCase => ({
    name: `the field ${field} is not ours to read`,
    file: ownFile([ownRow('a1', { [field]: {} }), ownRow('a2')]),
    told: ['header full', `2 reject a1 unknown-field ${field}`, '3 row a2']
  })),
  {
    name: 'an unknown field deeper down is named with its path',
    file: ownFile([ownRow('a1', { employer: { name: 'Vlierbos Papier', telefoon: 'x' } })]),
    told: ['header full', '2 reject a1 unknown-field employer.telefoon']
  },
  {
    name: 'a field named __proto__ is refused like any other',
    file: ownFile([JSON.stringify(ownRow('a1')).replace('{', '{"__proto__":{"status":"open"},'), ownRow('a2')]),
    told: ['header full', '2 reject a1 unknown-field __proto__', '3 row a2']
  },
  {
    name: 'no title, an empty one, and one that is too long',
    file: ownFile([ownRow('a1', { title: undefined }), ownRow('a2', { title: '' }), ownRow('a3', { title: 'x'.repeat(201) })]),
    told: ['header full', '2 reject a1 no-title title', '3 reject a2 no-title title', '4 reject a3 bad-field title']
  },
  {
    name: 'no id, a blank one, a number, and one that is too long',
    file: ownFile([ownRow('', { sourceId: undefined }), ownRow(' '), ownRow('', { sourceId: 12 }), ownRow('x'.repeat(201))]),
    told: ['header full', '2 reject - no-id sourceId', '3 reject   no-id sourceId', '4 reject - bad-id sourceId', `5 reject ${'x'.repeat(200)} bad-id sourceId`]
  },
  { name: 'an id is trimmed and keeps its case', file: ownFile([ownRow(' Abc ')]), told: ['header full', '2 row Abc'] },
  {
    name: 'values that cannot be',
    file: ownFile([
      ownRow('a1', { hours: { min: 40, max: 24 } }),
      ownRow('a2', { closesAt: '2026-02-30' }),
      ownRow('a3', { url: 'mailto:x' }),
      ownRow('a4', { locations: [{ place: 'Zwolle', lat: 152 }] })
    ]),
    told: [
      'header full',
      '2 reject a1 bad-field hours.max',
      '3 reject a2 bad-field closesAt',
      '4 reject a3 bad-field url',
      '5 reject a4 bad-field locations.0.lat'
    ]
  },
  {
    name: 'lines that are JSON but no row',
    file: ownFile(['null', '[]', '7', '"tekst"']),
    told: ['header full', ...[2, 3, 4, 5].map(n => `${n} reject - bad-json -`)]
  },
  {
    name: 'a delete in a delta',
    file: ownFile([ownRow('a1'), { op: 'delete', sourceId: ' a2 ' }], { mode: 'delta' }),
    told: ['header delta', '2 row a1', '3 delete a2']
  },
  { name: 'a delete has no place in a full list', file: ownFile([{ op: 'delete', sourceId: 'a2' }]), told: ['header full', '2 reject a2 no-title title'] },
  {
    name: 'a delete with more in it is no delete',
    file: ownFile([{ op: 'delete', sourceId: 'a2', title: 'Kok' }], { mode: 'delta' }),
    told: ['header delta', '2 reject a2 unknown-field op']
  },
  {
    name: 'a line over the cap is refused, the rest goes on',
    file: ownFile([ownRow('a1', { description: advert().repeat(4) }), ownRow('a2')]),
    limits: { record: 1_500 },
    told: ['header full', '2 reject - too-large -', '3 row a2']
  },
  {
    name: 'more records than the cap',
    file: ownFile([ownRow('a1'), ownRow('a2'), ownRow('a3')]),
    limits: { records: 2 },
    told: ['header full', '2 row a1', '3 row a2'],
    fault: 'failed cap-records'
  },
  {
    name: 'windows-1252 bytes are damage here',
    file: Buffer.from(ownFile([ownRow('a1', { title: 'Coördinatör', description: 'é'.repeat(400) })]), 'latin1'),
    told: ['header full', '2 row a1'],
    fault: 'held bad-encoding'
  },
  {
    name: 'one damaged character in ten thousand is let through',
    file: Buffer.from(ownFile([ownRow('a1', { description: `${advert().repeat(20)} é` })]), 'latin1'),
    told: ['header full', '2 row a1']
  }
]
