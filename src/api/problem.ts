import { z } from 'zod'

/** The closed catalogue of errors (RFC 9457). `title` and `remedy` are Dutch; a slug never changes its meaning. */
export const PROBLEMS = {
  'ongeldig-verzoek': { status: 400, title: 'Het verzoek klopt niet', remedy: 'Herstel de genoemde velden en probeer het opnieuw.' },
  'ongeldige-json': { status: 400, title: 'De inhoud is geen geldige JSON', remedy: 'Stuur geldige JSON met content-type application/json.' },
  'diagnose-niet-toegestaan': {
    status: 400,
    title: 'De tekst noemt een diagnose, oorzaak of behandeling',
    remedy: 'Beschrijf alleen wat iemand kan of nodig heeft. Er is niets opgeslagen.'
  },
  'cursor-ongeldig': { status: 400, title: 'Deze vervolgpagina hoort bij een andere vraag', remedy: 'Begin opnieuw bij de eerste pagina.' },
  'sleutel-in-adres': {
    status: 400,
    title: 'Een sleutel hoort niet in het adres',
    remedy: 'Stuur de sleutel in de kop Authorization: Bearer. Trek deze sleutel in.'
  },
  'niet-aangemeld': { status: 401, title: 'Aanmelden is nodig', remedy: 'Stuur een geldige sleutel in de kop Authorization: Bearer.' },
  'geen-toegang': { status: 403, title: 'Deze sleutel mag dit niet', remedy: 'Vraag de beheerder om een sleutel met de juiste rol.' },
  'niet-gevonden': { status: 404, title: 'Niet gevonden', remedy: 'Controleer het adres en het nummer.' },
  'methode-niet-toegestaan': { status: 405, title: 'Deze methode kan hier niet', remedy: 'Kijk in de documentatie welke methoden dit adres kent.' },
  'te-traag': { status: 408, title: 'Het verzoek kwam te langzaam binnen', remedy: 'Stuur het verzoek opnieuw, in één keer.' },
  'laatste-beheerder': {
    status: 409,
    title: 'Dit is de laatste sleutel van een beheerder',
    remedy: 'Maak eerst een nieuwe sleutel voor een beheerder. Anders kan niemand van het bureau nog sleutels maken.'
  },
  'import-bezig': { status: 409, title: 'Er loopt al een import van deze bron', remedy: 'Wacht tot die klaar is.' },
  'versie-verouderd': {
    status: 412,
    title: 'Iemand anders heeft dit net gewijzigd',
    remedy: 'Haal de nieuwste versie op en voer uw wijziging daarin opnieuw door.'
  },
  'te-groot': { status: 413, title: 'De inhoud is te groot', remedy: 'Stuur minder gegevens in één keer.' },
  'verkeerd-type': { status: 415, title: 'Dit type inhoud wordt hier niet gelezen', remedy: 'Gebruik het content-type uit de documentatie.' },
  'versie-ontbreekt': { status: 428, title: 'De versie ontbreekt', remedy: 'Stuur de kop If-Match met de versie die u hebt gelezen.' },
  'kop-te-groot': { status: 431, title: 'De koppen van het verzoek zijn te groot', remedy: 'Stuur minder of kortere koppen en een korter adres.' },
  'niet-gereed': { status: 503, title: 'De dienst is nog niet gereed', remedy: 'Probeer het over enkele seconden opnieuw.' },
  'opslag-beschadigd': {
    status: 500,
    title: 'Opgeslagen gegevens zijn beschadigd',
    remedy: 'Meld dit aan de beheerder: zet het genoemde bestand terug uit een reservekopie. Opnieuw proberen helpt niet.'
  },
  intern: { status: 500, title: 'Er ging iets mis bij ons', remedy: 'Probeer het opnieuw. Blijft het misgaan, meld dan het nummer van dit verzoek.' }
} as const satisfies Record<string, { status: number; title: string; remedy: string }>
export type ProblemSlug = keyof typeof PROBLEMS

export interface FieldError {
  /** JSON pointer of the field; never its value. */
  readonly pointer: string
  readonly message: string
}

export const ProblemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    remedy: z.string(),
    detail: z.string().optional(),
    code: z.string().optional(),
    request: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), message: z.string() })).optional()
  })
  .meta({ id: 'Problem' })
export type ProblemBody = z.infer<typeof ProblemSchema>

/** What code throws: a slug of the catalogue, with the fields concerned. Never a bare string. */
export class Problem extends Error {
  readonly slug: ProblemSlug
  readonly errors: readonly FieldError[]
  readonly detail: string | undefined

  constructor(slug: ProblemSlug, errors: readonly FieldError[] = [], detail?: string) {
    super(slug)
    this.slug = slug
    this.errors = errors
    this.detail = detail
  }
}

/** The scenarios know the refusal of a diagnosis by this code (glossary). */
const CODES: Partial<Record<ProblemSlug, string>> = { 'diagnose-niet-toegestaan': 'DIAGNOSIS_NOT_ALLOWED' }

export function bodyOf(slug: ProblemSlug, request: string, errors: readonly FieldError[] = [], detail?: string): ProblemBody {
  const known = PROBLEMS[slug]
  return {
    type: `/problems/${slug}`,
    title: known.title,
    status: known.status,
    remedy: known.remedy,
    request,
    ...(detail === undefined ? {} : { detail }),
    ...(CODES[slug] === undefined ? {} : { code: CODES[slug] }),
    ...(errors.length === 0 ? {} : { errors: errors.map(e => ({ pointer: e.pointer, message: e.message })) })
  }
}

/** Part of a JSON pointer; a name that is no plain identifier is not repeated, it may hold anything. */
const part = (segment: PropertyKey): string => {
  const text = String(segment)
  return /^[A-Za-z0-9_-]{1,40}$/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : '?'
}

export const pointerOf = (path: readonly PropertyKey[]): string => path.map(s => `/${part(s)}`).join('')
