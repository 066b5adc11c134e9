import { asFault, ElasticsearchFault, ElasticsearchUnusable, type Fault } from '../../elasticsearch/errors.ts'
import { StoreUnusable } from '../store.ts'

const AWAY = 'Controleer of Elasticsearch draait en bereikbaar is (ELASTICSEARCH_URL). Is Elasticsearch terug, dan werkt alles vanzelf weer.'
const OTHER = 'Controleer of passendwerk en de indexen in Elasticsearch van dezelfde versie zijn.'

/** What an operator can do about a fault. */
const REMEDIES: Readonly<Record<Fault, string>> = {
  aborted: AWAY,
  busy: 'Elasticsearch heeft het te druk, of te weinig kopieën zijn bereikbaar. Wacht even en probeer het opnieuw.',
  blocked: 'Elasticsearch neemt nu geen gegevens aan: er loopt een omzetting (passendwerk es migrate) of de schijf van Elasticsearch is vol. Lezen kan wel.',
  lost: AWAY,
  gone: 'Een index van passendwerk ontbreekt in Elasticsearch. Zet de laatste snapshot terug.',
  conflict: 'Een andere schrijver was eerder. Probeer het opnieuw.',
  'too-large': OTHER,
  refused: OTHER,
  foreign: 'Zet ELASTICSEARCH_URL op het adres van een Elasticsearch-server.',
  partial: 'Een deel van de index is niet bereikbaar. Controleer of Elasticsearch gezond is.',
  unreadable: OTHER
}

/** Any error as the port says it. Neither the server's sentence nor the request is in it: both may hold a value. */
export function asUnusable(error: unknown): Error {
  if (error instanceof ElasticsearchUnusable) return new StoreUnusable(error.message, error.remedy, { cause: error })
  const fault = asFault(error)
  if (!(fault instanceof ElasticsearchFault)) return fault
  const refused = fault.status === 401 || fault.type === 'security_exception'
  return new StoreUnusable(
    fault.message,
    refused ? 'Controleer de sleutel voor Elasticsearch (ELASTICSEARCH_API_KEY) en zijn rechten.' : REMEDIES[fault.fault],
    { cause: fault }
  )
}

/** Work on the server; what it refuses and what it cannot do become StoreUnusable. */
export async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asUnusable(error)
  }
}

/** The same, but what is an answer here (`conflict`: a newer one is there, `gone`: nothing is there) gives undefined. */
export async function askedBut<T>(answer: 'conflict' | 'gone', work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    const fault = asFault(error)
    // An index that is gone is no answer: what was in it is lost, not absent.
    if (fault instanceof ElasticsearchFault && fault.fault === answer && !/^(index|alias)/.test(fault.type)) return undefined
    throw asUnusable(fault)
  }
}
