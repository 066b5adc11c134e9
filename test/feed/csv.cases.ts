import { advert, csvFile, type FileCase } from './files.ts'

const HEAD = 'vacaturenummer;titel;werkgever;plaats;postcode;uren;sluitingsdatum;link;omschrijving'
const row = (id: string, over: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    vacaturenummer: id,
    titel: 'Conciërge',
    werkgever: 'Basisschool De Vlonder',
    plaats: 'Zwolle',
    postcode: '8011 AB',
    uren: '24',
    sluitingsdatum: '31-12-2026',
    link: `https://vlonder.example/${id}`,
    omschrijving: 'Je opent de school.',
    ...over
  }
  return HEAD.split(';')
    .map(c => cells[c] ?? '')
    .join(';')
}
const rows = (n: number, each: (i: number) => Readonly<Record<string, string>> = () => ({})): readonly string[] =>
  Array.from({ length: n }, (_, i) => row(`c${i + 1}`, each(i)))
const found = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `${i + 2} row c${i + 1}`)
const latin = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')

/** Hours as they stand in columns, and what they say about a week. */
const HOURS: ReadonlyArray<readonly [uren: string, max: string, fte: string, hours: { min: number; max: number } | null, warning?: string]> = [
  ['24', '', '', { min: 24, max: 24 }],
  ['32,5', '', '', { min: 32.5, max: 32.5 }],
  ['24 - 32', '', '', { min: 24, max: 32 }],
  ['24 tot 32 uur', '', '', { min: 24, max: 32 }],
  ['24', '32', '', { min: 24, max: 32 }],
  ['32', '24', '', { min: 24, max: 32 }, '!hours-swapped:hours'],
  ['min. 16 uur', '', '', { min: 16, max: 40 }],
  ['24 uur per week (3 dagen)', '', '', { min: 24, max: 24 }],
  // Three days are not three hours, and a month is not a week.
  ['3 dagen', '', '', null, '!bad-hours:hours'],
  ['40 uur per maand', '', '', null, '!bad-hours:hours'],
  ['400 uur per jaar', '', '', null, '!bad-hours:hours'],
  ['72', '', '', null, '!bad-hours:hours'],
  ['zsm', '', '', null, '!bad-hours:hours'],
  ['', '32', '', null, '!bad-hours:hours'],
  ['In overleg', '', '', null],
  ['', '', '0,8', { min: 28.8, max: 32 }],
  ['', '', '0,4 tot 0,6 FTE', { min: 14.4, max: 24 }],
  ['', '', '2,6', null],
  ['0,8 fte', '', '', { min: 28.8, max: 32 }],
  ['24', '', '0,6', { min: 24, max: 24 }]
]

/** Pieces of the files with coordinates. */
const POINT_HEAD = 'id;title;city;lat;lng;provincie'

/** CSV with Dutch or English headers (`feeds.md` 3.6), with its traps CS01-CS12. */
export const csvCases: readonly FileCase[] = [
  {
    name: 'a whole file',
    file: csvFile(HEAD, row('c1')),
    told: ['header delta', '2 row c1'],
    facts: {
      c1: {
        title: 'Conciërge',
        employer: { name: 'Basisschool De Vlonder' },
        locations: [{ place: 'Zwolle', postcode: '8011 AB' }],
        hours: { min: 24, max: 24 },
        closesAt: '2026-12-31',
        url: 'https://vlonder.example/c1',
        description: 'Je opent de school.'
      }
    }
  },
  {
    name: 'English words, other case, accents, blanks and dashes in the header',
    file: csvFile('Job-ID,Job Title,Company,City,Date posted,Omschrijving', 'c1,Kok,Vlierbos,Zwolle,2026-11-10,Koken'),
    told: ['header delta', '2 row c1'],
    facts: { c1: { title: 'Kok', postedAt: '2026-11-10', description: 'Koken' } }
  },
  {
    name: 'the separator is told from the header, the others are text',
    file: csvFile('id,titel,omschrijving', 'c1,Kok,koken; bakken | snijden', 'c2,"Kok, zelfstandig werkend",koken'),
    told: ['header delta', '2 row c1', '3 row c2'],
    facts: { c1: { description: 'koken; bakken | snijden' }, c2: { title: 'Kok, zelfstandig werkend' } }
  },
  {
    name: 'tabs and bars',
    file: csvFile('id|titel|omschrijving', 'c1|Kok|koken, bakken'),
    told: ['header delta', '2 row c1'],
    facts: { c1: { description: 'koken, bakken' } }
  },
  {
    name: 'tabs',
    file: csvFile('id\ttitel\tomschrijving', 'c1\tKok\tkoken, bakken; snijden'),
    told: ['header delta', '2 row c1'],
    facts: { c1: { description: 'koken, bakken; snijden' } }
  },
  {
    name: 'a byte order mark, blank lines, and no newline at the end',
    file: `\ufeff${csvFile('', HEAD, '', row('c1'))}`.trimEnd(),
    told: ['header delta', '4 row c1']
  },
  { name: 'CRLF', file: csvFile(HEAD, row('c1'), row('c2')).replaceAll('\n', '\r\n'), told: ['header delta', '2 row c1', '3 row c2'] },
  {
    name: 'windows-1252, as Dutch spreadsheets write it',
    file: latin(csvFile(HEAD, row('c0', { titel: 'Kok' }), row('c1', { werkgever: 'Café Zuiderzee', omschrijving: 'Je verdient € 15,20.' }))),
    told: ['header delta', '2 row c0', '3 row c1'],
    facts: { c1: { title: 'Conciërge', employer: { name: 'Café Zuiderzee' }, description: 'Je verdient € 15,20.' } }
  },
  {
    name: 'UTF-16 with its mark, as a spreadsheet writes "Unicode text"',
    file: Buffer.from(`\ufeff${csvFile('id\ttitel', 'c1\tConciërge')}`, 'utf16le'),
    told: ['header delta', '2 row c1'],
    facts: { c1: { title: 'Conciërge' } }
  },
  {
    name: 'two encodings in one file are damage',
    file: Buffer.concat([Buffer.from(csvFile(HEAD, row('c1'))), latin(csvFile(row('c2', { titel: 'Coördinator' })))]),
    told: ['header delta', '2 row c1', '3 row c2'],
    fault: 'held bad-encoding'
  },
  { name: 'CS01: a first line that names the separator', file: csvFile('sep=;', HEAD, row('c1')), told: ['header delta', '3 row c1'] },
  {
    name: 'CS01: also one that the header would not show',
    file: csvFile('sep=|', 'id|titel; of functie, kort', 'c1|Kok'),
    told: [],
    fault: 'failed wrong-type'
  },
  {
    name: 'CS02: a newline and doubled quotes inside a field',
    file: csvFile('id;titel;omschrijving', 'c1;Kok;"Wij zoeken een ""echte"" kok.\n- koken\n- bakken"', 'c2;Kok;x'),
    told: ['header delta', '4 row c1', '5 row c2'],
    facts: { c1: { description: 'Wij zoeken een "echte" kok.\n- koken\n- bakken' } }
  },
  {
    name: 'CS03: decimal commas in columns of a file with commas in quotes',
    file: csvFile('id,titel,uren', 'c1,Kok,"32,5"'),
    told: ['header delta', '2 row c1'],
    facts: { c1: { hours: { min: 32.5, max: 32.5 } } }
  },
  {
    name: 'CS03: hours in all their notations',
    file: csvFile('id;titel;uren;uren_max;fte', ...HOURS.map(([u, m, f], i) => `c${i + 1};Kok;${u};${m};${f}`)),
    told: ['header delta', ...HOURS.map(([, , , , warning], i) => `${i + 2} row c${i + 1}${warning === undefined ? '' : ` ${warning}`}`)],
    facts: Object.fromEntries(HOURS.map(([, , , hours], i) => [`c${i + 1}`, { hours }]))
  },
  {
    name: 'CS04: a spreadsheet lost the number',
    file: csvFile(HEAD, row('1,2E+05'), row('1E+05'), row('1.23E+12'), row('12E5'), row('x'.repeat(201))),
    told: [
      'header delta',
      '2 reject 1,2E+05 bad-id id',
      '3 reject 1E+05 bad-id id',
      '4 reject 1.23E+12 bad-id id',
      '5 row 12E5',
      `6 reject ${'x'.repeat(201)} bad-id id`
    ]
  },
  {
    name: 'CS05: the number of a day, and dates that cannot be',
    file: csvFile(
      HEAD,
      row('c1', { sluitingsdatum: '46387' }),
      row('c2', { sluitingsdatum: '31-02-2027' }),
      row('c3', { sluitingsdatum: 'zsm' }),
      row('c4', { sluitingsdatum: '03/04/2027' }),
      row('c5', { sluitingsdatum: '03/25/2027' })
    ),
    told: ['header delta', '2 row c1', '3 row c2 !bad-date:closes', '4 row c3 !bad-date:closes', '5 row c4', '6 row c5 !bad-date:closes'],
    facts: { c1: { closesAt: '2026-12-31' }, c2: { closesAt: null }, c4: { closesAt: '2027-04-03' }, c5: { closesAt: null } }
  },
  {
    name: 'CS06: rows with fewer and with more cells',
    file: csvFile(HEAD, row('c1'), 'c2;Kok;x', `${row('c3')};nog iets`, row('c4')),
    told: ['header delta', '2 row c1', '3 reject - bad-row -', '4 reject - bad-row -', '5 row c4']
  },
  {
    name: 'CS07: a header that names a column twice: the first counts',
    file: csvFile('id;titel;titel', 'c1;Kok;Bakker'),
    told: ['header delta', '2 row c1'],
    facts: { c1: { title: 'Kok' } }
  },
  {
    name: 'CS08: the header again half-way',
    file: csvFile(HEAD, row('c1'), HEAD, row('c2')),
    told: ['header delta', '2 row c1', '3 reject - not-a-vacancy -', '4 row c2']
  },
  { name: 'CS09: a row of totals', file: csvFile(HEAD, row('c1'), 'Totaal;;;;;24;;;'), told: ['header delta', '2 row c1', '3 reject Totaal no-title title'] },
  { name: 'CS10: cut at the end of a line looks whole', file: csvFile(HEAD, row('c1')), told: ['header delta', '2 row c1'] },
  { name: 'a last row that was cut', file: csvFile(HEAD, row('c1'), row('c2')).slice(0, -60), told: ['header delta', '2 row c1'], fault: 'failed truncated' },
  { name: 'cut inside quotes', file: csvFile('id;titel;omschrijving', 'c1;Kok;"lang\nverhaal', 'c2;Kok;kort'), told: [], fault: 'failed truncated' },
  {
    name: 'CS11: separators behind the last column',
    file: csvFile(`${HEAD};;`, `${row('c1')};;`, `${row('c2')};;;;`),
    told: ['header delta', '2 row c1', '3 row c2']
  },
  {
    name: 'CS12: values a spreadsheet would run are text',
    file: csvFile('id;titel;werkgever', 'c1;=Kok;+31', 'c2;@Kok;-x'),
    told: ['header delta', '2 row c1', '3 row c2'],
    facts: { c1: { title: '=Kok', employer: { name: '+31' } }, c2: { title: '@Kok', employer: { name: '-x' } } }
  },
  { name: 'no title column: another file', file: csvFile('naam;adres', 'Jansen;Zwolle'), told: [], fault: 'failed wrong-type' },
  { name: 'nothing at all', file: '', told: [] },
  {
    name: 'no title, no id, neither id nor address',
    file: csvFile(
      HEAD,
      row('c1', { titel: '' }),
      row('', { link: '' }),
      row('', { link: 'www.vlonder.example' }),
      row('', { link: 'https://vlonder.example/4' })
    ),
    told: ['header delta', '2 reject c1 no-title title', '3 reject - no-id id', '4 reject - no-id id', '5 row https://vlonder.example/4']
  },
  {
    name: 'words for "not found" are no value',
    file: csvFile(HEAD, row('c1', { werkgever: 'Niet gevonden', plaats: 'Onbekend', postcode: '-', uren: 'n.v.t.' })),
    told: ['header delta', '2 row c1'],
    facts: { c1: { employer: { name: null }, locations: [], hours: null } }
  },
  {
    name: 'contract words',
    file: csvFile(
      'id;titel;dienstverband',
      'c1;Kok;Tijdelijk met uitzicht op vast',
      'c2;Kok;Vast',
      'c3;Kok;onbepaalde tijd',
      'c4;Kok;bepaalde tijd',
      'c5;Kok;oproep'
    ),
    told: ['header delta', ...[1, 2, 3, 4].map(n => `${n + 1} row c${n}`), '6 row c5 !unknown-code:contract'],
    facts: {
      c1: { contract: { term: 'B' } },
      c2: { contract: { term: 'O' } },
      c3: { contract: { term: 'O' } },
      c4: { contract: { term: 'B' } },
      c5: { contract: { term: null } }
    }
  },
  {
    name: 'levels of education',
    file: csvFile('id;titel;opleidingsniveau', 'c1;Kok;MBO-4', 'c2;Kok;mbo/hbo', 'c3;Kok;WO', 'c4;Kok;Onbekend', 'c5;Kok;koksschool'),
    told: ['header delta', ...[1, 2, 3, 4].map(n => `${n + 1} row c${n}`), '6 row c5 !unknown-code:education'],
    facts: {
      c1: { educationLevel: { min: 5, max: 5 }, educationTrack: null },
      c2: { educationLevel: { min: 5, max: 6 } },
      c3: { educationLevel: { min: 7, max: 7 }, educationTrack: 'wo' },
      c4: { educationLevel: null },
      c5: { educationLevel: null }
    }
  },
  {
    name: 'coordinates, and some that are none',
    file: csvFile(POINT_HEAD, 'c1;Kok;Zwolle;52,5125;6,0944;', 'c2;Kok;Zwolle;525125;6,0944;', 'c3;Kok;Zwolle;52,5125;;'),
    told: ['header delta', '2 row c1', '3 row c2 !coordinate-far:lat', '4 row c3 !coordinate-far:lat'],
    facts: { c1: { locations: [{ lat: 52.5125, lon: 6.0944 }] } }
  },
  {
    name: 'columns that moved half-way are held',
    file: csvFile(HEAD, ...rows(10), ...rows(10, () => ({ postcode: 'Basisschool De Vlonder', werkgever: '8011 AB' }))),
    told: ['header delta', ...found(10), ...Array.from({ length: 9 }, (_, i) => `${i + 12} row c${i + 1}`)],
    fault: 'held columns-shifted'
  },
  {
    name: 'columns that moved in the last few rows are held',
    file: csvFile(HEAD, ...rows(10), ...rows(3, () => ({ link: 'Basisschool De Vlonder', werkgever: 'https://vlonder.example/1' }))),
    told: ['header delta', ...found(10), ...[1, 2, 3].map(n => `${n + 11} row c${n} !bad-url:url`)],
    fault: 'held columns-shifted'
  },
  {
    name: 'odd values in less than half of a block are not a shift',
    file: csvFile(HEAD, ...rows(10, i => (i < 5 ? { postcode: 'onbekende code' } : {}))),
    told: ['header delta', ...found(10)]
  },
  {
    name: 'addresses without https:// are not a shift',
    file: csvFile(HEAD, ...rows(10, () => ({ link: 'www.vlonder.example' }))),
    told: ['header delta', ...found(10).map(r => `${r} !bad-url:url`)]
  },
  {
    name: 'more records than the cap',
    file: csvFile(HEAD, ...rows(3)),
    limits: { records: 2 },
    told: ['header delta', ...found(2)],
    fault: 'failed cap-records'
  },
  { name: 'more bytes than the cap', file: csvFile(HEAD, ...rows(3)), limits: { bytes: 120 }, told: [], fault: 'failed cap-bytes' },
  {
    name: 'a record without end',
    file: csvFile('id;titel;omschrijving', `c1;Kok;"${advert()}`),
    limits: { record: 200 },
    told: ['header delta'],
    fault: 'failed truncated'
  }
]
