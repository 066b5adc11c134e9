/** A small labour market made for one candidate: each kind of vacancy differs from the fitting one in one thing. */

interface Kind {
  readonly name: string
  readonly over: Readonly<Record<string, unknown>>
}

const answer = (dimensie: string, value: number | boolean | string, unit?: string): object => ({
  dimensie,
  amount: { op: 'eq', value, ...(unit === undefined ? {} : { unit }) },
  provenance: 'confirmed',
  kind: 'answer',
  confidence: 5,
  at: '2026-11-17',
  by: 'leidinggevende van de afdeling'
})
const LIGHT = [answer('tillen_kg', 3, 'niveau'), answer('deadlines', false)]

const FITTING = {
  title: 'Administratief medewerker',
  locations: [{ place: 'Utrecht' }],
  hours: { min: 16, max: 20 },
  educationLevel: { min: 4, max: 4 },
  requiredDiploma: { strict: true, fields: [], open: false },
  schedule: { office: true, night: false, evening: false, weekend: false, hoursPerDay: { min: 4, max: 4 } },
  contract: { term: 'O', kind: '01', selfEmployed: false },
  demands: LIGHT,
  languages: [{ code: 'nld', level: 3 }]
}

const KINDS: readonly Kind[] = [
  { name: 'past', over: {} },
  { name: 'past-ook', over: { title: 'Medewerker archief', contract: { term: 'B', kind: '01', selfEmployed: false } } },
  { name: 'ver', over: { locations: [{ place: 'Groningen' }] } },
  { name: 'hbo', over: { educationLevel: { min: 6, max: 6 } } },
  { name: 'diploma', over: { requiredDiploma: { strict: true, fields: ['verpleegkunde'], open: false } } },
  { name: 'rijbewijs', over: { licences: ['C'] } },
  { name: 'papier', over: { certificates: ['BIG'] } },
  { name: 'nacht', over: { schedule: { ...FITTING.schedule, office: false, night: true } } },
  { name: 'meer-uren', over: { hours: { min: 28, max: 32 }, schedule: { ...FITTING.schedule, hoursPerDay: { min: 4, max: 4 } } } },
  { name: 'zwaar', over: { demands: [answer('tillen_kg', 0, 'niveau'), answer('deadlines', false)] } },
  { name: 'onbekend', over: { demands: [] } },
  { name: 'ver-en-rijbewijs', over: { locations: [{ place: 'Maastricht' }], licences: ['C'] } },
  { name: 'vrijwillig', over: { contract: { term: null, kind: '03', selfEmployed: false } } },
  { name: 'taal', over: { languages: [{ code: 'deu', level: 4 }] } }
]
const SECTORS = ['84', '85', '86', '82']
const REMOTE = ['none', 'hybrid', null]
const EMPLOYERS = ['direct', 'agency']
const COPIES = 8

/** Rows of our own format: every kind eight times, spread over sectors, employers, working at home and dates. */
export const ROWS: readonly object[] = KINDS.flatMap(({ name, over }) =>
  Array.from({ length: COPIES }, (_, i) => ({
    sourceId: `${name}-${i}`,
    ...FITTING,
    description: `Werk op onze afdeling, groep ${i}. Je verwerkt stukken en houdt het archief bij.`,
    employer: { name: `Werkgever ${i % 3}`, kind: EMPLOYERS[Math.floor(i / 4)], client: null },
    sector: { sbi2: SECTORS[i % 4] },
    remote: REMOTE[i % 3],
    postedAt: `2026-11-${10 + (i % 3)}`,
    ...over
  }))
)

/** Fits the kinds `past`; every other kind fails on one thing, `ver-en-rijbewijs` on two. */
export const CANDIDATE = {
  pseudonym: 'KAND Proef',
  regime: 'werkgever',
  spoor: 2,
  documents: [
    {
      type: 'FML',
      editie: 'referentie',
      date: '2026-10-01',
      validUntil: '2027-10-01',
      source: 'bedrijfsarts',
      usableCapacity: true,
      limits: [
        { editie: 'referentie', code: '4.13', label: 'Tillen', niveau: 1 },
        { code: '1.8.4', niveau: 1 }
      ],
      hours: { perDay: { value: 4, kind: 'ten_hoogste' }, perWeek: { value: 20, kind: 'ten_hoogste' } },
      buildUp: [{ from: '2027-01-15', perDay: { value: 8, kind: 'ten_hoogste' }, perWeek: { value: 32, kind: 'ten_hoogste' } }],
      texts: [{ code: '4.14', text: 'Niet boven het hoofd.', status: 'clarifies', reason: 'Staat al bij 4.17.' }]
    }
  ],
  profile: {
    education: { level: { min: 5, max: 5 }, track: null, diplomas: ['administratie'] },
    experience: [{ title: 'administratief medewerker', isco: '4110', sector: '84', years: 9 }],
    licences: ['B'],
    certificates: ['VOG'],
    languages: [
      { code: 'nld', level: 4 },
      { code: 'deu', level: 1 }
    ],
    competences: ['24105', '24118'],
    skills: []
  },
  wishes: {
    occupations: [{ title: 'archiefmedewerker', isco: null }],
    sectors: ['84'],
    hours: { min: 12, max: 20 },
    contract: 'vast',
    remote: 'kan',
    dagdelen: { avond: 'kan', nacht: 'kan-niet', weekend: 'kan' }
  },
  travel: { home: 'Utrecht', mode: 'auto', maxKm: 40, maxMinutes: 45 }
}
