import { ownFile, type Bench, type Call } from '../helpers/api.ts'
import { CANDIDATE, ROWS } from '../helpers/market.ts'

/** Bodies that fill every field there is, so that a walk over one meets them all. */
export const WHOLE_DOCUMENT = {
  ...CANDIDATE.documents[0],
  limits: [
    { editie: 'referentie', code: '4.13', label: 'Tillen', niveau: 1, printed: { value: 8, op: 'max' } },
    { editie: 'klassiek', code: '1.9.4', niveau: 1 }
  ],
  texts: [
    { code: '4.13', text: 'Niet boven het hoofd.', status: 'clarifies', reason: 'Staat bij reiken.' },
    { code: null, text: 'Rustig tempo.', status: 'mapped', reason: 'Verwerkt.' }
  ]
}
const changes = [
  { lever: 'travel', maxKm: 80, maxMinutes: 90, mode: 'ov' },
  { lever: 'education', level: { min: 6, max: 6 }, track: 'hbo', diploma: 'verpleegkunde' },
  { lever: 'licence', code: 'C' },
  { lever: 'certificate', code: 'BHV' },
  { lever: 'hours', min: 8, max: 16 },
  { lever: 'from', day: '2027-02-01' },
  { lever: 'dagdeel', dagdeel: 'nacht', wens: 'kan' }
]
const state = {
  text: 'archief',
  facets: { sector: ['84', '85'], remote: ['none'], edu: ['4-4'], contract: ['kind:01'], employer_kind: ['direct'], source: ['proef'] }
}
export const WHOLE_CANDIDATE = {
  ...CANDIDATE,
  documents: [WHOLE_DOCUMENT],
  profile: { ...CANDIDATE.profile, education: { ...CANDIDATE.profile.education, track: 'hbo', level: { min: 6, max: 6 } }, skills: ['acquisitie'] }
}

export const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/candidates': WHOLE_CANDIDATE,
  'PUT /v1/candidates/:id': WHOLE_CANDIDATE,
  'POST /v1/candidates/:id/documents': WHOLE_DOCUMENT,
  'PUT /v1/candidates/:id/profile': WHOLE_CANDIDATE.profile,
  'PUT /v1/candidates/:id/wishes': { wishes: CANDIDATE.wishes, travel: CANDIDATE.travel },
  'POST /v1/candidates/:id/matches': { group: 'te-verifieren', ...state, size: 5 },
  'POST /v1/candidates/:id/why-not': state,
  'POST /v1/candidates/:id/what-if': { ...state, changes },
  'POST /v1/vacancies/search': { ...state, size: 5 },
  'POST /v1/vacancies/:id/candidates': { group: 'te-verifieren', size: 1 },
  'POST /v1/keys': { role: 'import', label: 'Nachtelijke levering', expiresAt: '2027-01-01T00:00:00.000Z' }
}

/** What stands in the address: made for a bureau, by those who may. */
export interface Things {
  readonly id: string
  readonly vacancy: string
  readonly run: string
  readonly key: string
}

let made = 0

/** A candidate, a run and a key of a bureau. */
export async function things(bench: Bench, tenant: string): Promise<Things> {
  const candidate = await bench.call({ method: 'POST', url: '/v1/candidates', as: [tenant, 'arbeidsdeskundige'], body: WHOLE_CANDIDATE })
  const key = await bench.call({ method: 'POST', url: '/v1/keys', as: [tenant, 'beheerder'], body: { role: 'import', label: 'Levering' } })
  const runs = await bench.call({ url: '/v1/imports?size=1', as: [tenant, 'beheerder'] })
  return { id: candidate.json.id, vacancy: 'proef:past-0', run: runs.json.items[0].id, key: key.json.key.id }
}

/** A request to a route that succeeds for who may. */
export function requestTo(route: string, { id, vacancy, run, key }: Things): Call {
  const [method, path] = route.split(' ') as [Exclude<Call['method'], undefined>, string]
  const url = path
    .replace('/vacancies/:id', `/vacancies/${vacancy}`)
    .replace('/keys/:id', `/keys/${key}`)
    .replace(':id', id)
    .replace(':vacancy', vacancy)
    .replace(':run', run)
  if (route === 'GET /v1/audit') return { method, url: `${url}?candidate=${id}` }
  if (route === 'POST /v1/imports') {
    const source = `bron-${++made}`
    return {
      method,
      url: `${url}?source=${source}`,
      headers: { 'content-type': 'application/x-ndjson' },
      payload: ownFile(source, [{ ...ROWS[0], sourceId: 'een' }])
    }
  }
  const body = BODIES[route]
  const versioned = body !== undefined && path.startsWith('/v1/candidates/:id') && !/matches|why-not|what-if/.test(path)
  return { method, url, ...(body === undefined ? {} : { body }), ...(versioned ? { headers: { 'if-match': '"1"' } } : {}) }
}
