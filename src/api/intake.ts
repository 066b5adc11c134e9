import type { CandidateInput } from '../domain/candidate.ts'
import type { CapacityDocument } from '../domain/capacity.ts'
import type { Day } from '../domain/moment.ts'
import type { Change } from '../match/what-if.ts'
import { CERTIFICATES, LICENCES } from '../reference/licences.ts'
import { COMPETENCES, SKILLS } from '../reference/competences.ts'
import { STUDY_FIELDS } from '../reference/education.ts'
import { checkDocument } from '../reference/fml/intake.ts'
import { LANGUAGES } from '../reference/languages.ts'
import { classifyTitle, isKnownTitle, ISCO } from '../reference/occupations.ts'
import { namesDiagnosis } from '../reference/screen.ts'
import { locateHome } from '../reference/home.ts'
import { SECTORS } from '../reference/sectors.ts'
import { Problem, pointerOf, type FieldError } from './problem.ts'

type Path = ReadonlyArray<string | number>

/** A job title may be that of a care profession; only one we do not know as a title is screened. */
const namesWork = (text: string): boolean => isKnownTitle(classifyTitle(text))

function* strings(value: unknown, path: Path): Iterable<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* strings(item, [...path, i])
  else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) yield* strings(item, [...path, key])
}

/** Refuses text that names a diagnosis, cause or treatment, naming the fields and never the words (T44). */
export function screen(value: unknown, path: Path = []): void {
  const hits = [...strings(value, path)].filter(([at, text]) => namesDiagnosis(text) && !(at.at(-1) === 'title' && namesWork(text)))
  if (hits.length > 0) {
    throw new Problem(
      'diagnose-niet-toegestaan',
      hits.map(([at]) => ({ pointer: pointerOf(at), message: 'Deze tekst noemt een diagnose, oorzaak of behandeling en is niet opgeslagen.' }))
    )
  }
}

const documentErrors = (document: CapacityDocument, today: Day, path: Path): readonly FieldError[] =>
  checkDocument(document, today).map(i => ({ pointer: pointerOf([...path, ...i.path]), message: i.message }))

/** Codes of a list that no table has; `field` is where the code stands in an entry that holds more. */
const unknown = <T>(
  codes: ReadonlyArray<T> | null,
  known: (code: T) => boolean,
  path: Path,
  message: string,
  ...field: readonly string[]
): readonly FieldError[] => (codes ?? []).flatMap((code, i) => (known(code) ? [] : [{ pointer: pointerOf([...path, i, ...field]), message }]))

const FIELDS = new Set(STUDY_FIELDS.map(f => f.code))

function profileErrors(p: CandidateInput['profile'], path: Path): readonly FieldError[] {
  return [
    ...unknown(p.education.diplomas, d => FIELDS.has(d), [...path, 'education', 'diplomas'], 'Deze opleidingsrichting kennen we niet.'),
    ...unknown(p.experience, e => e.isco === null || ISCO.has(e.isco), [...path, 'experience'], 'Deze beroepscode (ISCO) bestaat niet.', 'isco'),
    ...unknown(
      p.experience,
      e => e.sector === null || SECTORS.has(e.sector),
      [...path, 'experience'],
      'Deze sectorcode (SBI, twee cijfers) bestaat niet.',
      'sector'
    ),
    ...unknown(p.licences, l => LICENCES.has(l), [...path, 'licences'], 'Dit rijbewijs kennen we niet.'),
    ...unknown(p.certificates, c => CERTIFICATES.has(c), [...path, 'certificates'], 'Dit certificaat kennen we niet.'),
    ...unknown(p.languages, l => LANGUAGES.has(l.code), [...path, 'languages'], 'Deze taalcode (ISO 639-3) kennen we niet.', 'code'),
    ...unknown(p.competences, c => COMPETENCES.has(c), [...path, 'competences'], 'Deze competentie kennen we niet.'),
    ...unknown(p.skills, s => SKILLS.has(s), [...path, 'skills'], 'Deze vaardigheid kennen we niet.')
  ]
}

function wishErrors(w: CandidateInput['wishes'], path: Path): readonly FieldError[] {
  return [
    ...unknown(w.occupations, o => o.isco === null || ISCO.has(o.isco), [...path, 'occupations'], 'Deze beroepscode (ISCO) bestaat niet.', 'isco'),
    ...unknown(w.sectors, s => SECTORS.has(s), [...path, 'sectors'], 'Deze sectorcode (SBI, twee cijfers) bestaat niet.')
  ]
}

const travelErrors = (t: CandidateInput['travel'], path: Path): readonly FieldError[] =>
  t.home === null || locateHome(t.home) !== undefined
    ? []
    : [
        {
          pointer: pointerOf([...path, 'home']),
          message:
            'Deze woonplaats is niet of meer dan eens gevonden. Geef de plaats met de provincie, bijvoorbeeld Hengelo (OV), of een postcode als 7551 of 7551 AB.'
        }
      ]

/** Fills the occupation of a title nobody coded, when the title is clear. */
const coded = <T extends { title: string; isco: string | null }>(entry: T): T => {
  if (entry.isco !== null) return entry
  const found = classifyTitle(entry.title)
  return found.confidence >= 2 && found.isco[0] !== undefined ? { ...entry, isco: found.isco.reduce((a, b) => (b.share > a.share ? b : a)).code } : entry
}

const refuse = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw new Problem('ongeldig-verzoek', errors)
}

/** Checks one document against today, the catalogue and the screen. */
export function takeDocument(document: CapacityDocument, today: Day): CapacityDocument {
  screen(document)
  refuse(documentErrors(document, today, []))
  return document
}

/** Checks a profile; titles are coded when they are clear. */
export function takeProfile(profile: CandidateInput['profile'], path: Path = []): CandidateInput['profile'] {
  screen(profile, path)
  refuse(profileErrors(profile, path))
  return { ...profile, experience: profile.experience.map(coded) }
}

/** Checks wishes and travel. */
export function takeWishes(input: Pick<CandidateInput, 'wishes' | 'travel'>, path: Path = []): Pick<CandidateInput, 'wishes' | 'travel'> {
  screen(input, path)
  refuse([...wishErrors(input.wishes, [...path, 'wishes']), ...travelErrors(input.travel, [...path, 'travel'])])
  return { wishes: { ...input.wishes, occupations: input.wishes.occupations.map(coded) }, travel: input.travel }
}

const changeErrors = (change: Change, path: Path): readonly FieldError[] => {
  const wrong = (field: string, message: string): readonly FieldError[] => [{ pointer: pointerOf([...path, field]), message }]
  if (change.lever === 'licence' && !LICENCES.has(change.code)) return wrong('code', 'Dit rijbewijs kennen we niet.')
  if (change.lever === 'certificate' && !CERTIFICATES.has(change.code)) return wrong('code', 'Dit certificaat kennen we niet.')
  if (change.lever === 'education' && change.diploma !== undefined && !FIELDS.has(change.diploma))
    return wrong('diploma', 'Deze opleidingsrichting kennen we niet.')
  if (change.lever === 'hours' && change.min > change.max) return wrong('max', 'max mag niet lager zijn dan min.')
  return []
}

/** Checks the levers of a "what if": codes must exist, as in a profile. */
export function takeChanges(changes: readonly Change[]): readonly Change[] {
  refuse(changes.flatMap((c, i) => changeErrors(c, ['changes', i])))
  return changes
}

/** Checks a whole candidate: screen first, then every code against its table; all errors together. */
export function takeCandidate(input: CandidateInput, today: Day): CandidateInput {
  screen(input)
  refuse([
    ...input.documents.flatMap((d, i) => documentErrors(d, today, ['documents', i])),
    ...profileErrors(input.profile, ['profile']),
    ...wishErrors(input.wishes, ['wishes']),
    ...travelErrors(input.travel, ['travel'])
  ])
  return {
    ...input,
    profile: { ...input.profile, experience: input.profile.experience.map(coded) },
    wishes: { ...input.wishes, occupations: input.wishes.occupations.map(coded) }
  }
}
