import { DimensieSchema } from '../domain/dimensie.ts'
import { COMPETENCES } from '../reference/competences.ts'
import { dimensieLabel } from '../reference/fml/questions.ts'

const FIXED: Readonly<Record<string, string>> = {
  'binnen-wens': 'binnen de wens',
  'binnen-urengrens': 'binnen de grens',
  'vermeld-en-past': 'vermeld en past',
  gelijk: 'gelijk niveau',
  '1-lager': 'één niveau lager',
  '2-lager': 'twee niveaus lager',
  '3-lager': 'drie of meer niveaus lager',
  'hoger-bespreekbaar': 'hoger, ervaring telt misschien mee',
  'diploma-gevraagd-en-aanwezig': 'gevraagd en aanwezig',
  'dichtbij-of-thuis': 'dichtbij of thuis',
  avond: 'avond',
  nacht: 'nacht',
  weekend: 'weekend',
  vast: 'vast contract',
  tijdelijk: 'tijdelijk contract',
  volledig: 'helemaal thuis',
  deels: 'deels thuis',
  'op-locatie': 'op locatie',
  '1-vaardigheden': 'één vaardigheid'
}

/** Keys that are built from a number or a code. */
const FORMS: ReadonlyArray<readonly [RegExp, (m: RegExpExecArray) => string | undefined]> = [
  [/^(?:beroep|sector)-\d+$/, () => ''],
  [/^tot-(\d+)-km$/, m => `tot ${m[1]} km`],
  [/^tot-(\d+)-dagen$/, m => `hooguit ${m[1]} dagen oud`],
  [/^(\d+)-gegevens$/, m => `${m[1]} of meer gegevens bekend`],
  [/^(\d)-vaardigheden$/, m => `${m[1]} vaardigheden`],
  [/^(\d{5})\.\d+$/, m => COMPETENCES.get(m[1] ?? '')?.label.toLowerCase()],
  [
    /^(.+)\.(past|verwacht)$/,
    m => {
      const dimensie = DimensieSchema.safeParse(m[1])
      return dimensie.success ? `${dimensieLabel(dimensie.data)}${m[2] === 'past' ? '' : ' naar verwachting'}` : undefined
    }
  ]
]

/** Why points were given: words for the key of a grade, '' where the points say it all. Undefined for a key nobody named. */
export function gradeWords(key: string): string | undefined {
  if (FIXED[key] !== undefined) return FIXED[key]
  for (const [form, words] of FORMS) {
    const m = form.exec(key)
    if (m !== null) return words(m)
  }
  return undefined
}
