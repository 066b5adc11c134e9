import type { Dimensie } from '../../domain/dimensie.ts'

/** `p` = a person compares; -1 = asks more than level 0. */
export type BandNiveau = number | 'p'

const YES_NO = [1, 1, 0, 0, 0] as const
const PERSON = ['p', 'p', 'p', 'p', 'p'] as const

/**
 * The highest FML level (`referentie`) at which work of band 0-4 can still be done (`reference-data.md` 5). Our own
 * rule; it serves expected load only: stated and confirmed load goes by its value.
 */
const BANDS: Partial<Record<Dimensie, readonly BandNiveau[]>> = {
  tillen_kg: [3, 2, 1, 0, -1],
  dragen_kg: [3, 2, 1, 0, -1],
  duwen_trekken_n: [2, 2, 1, 0, -1],
  zitten_uur_dag: [3, 3, 2, 1, 1],
  staan_uur_dag: [3, 2, 1, 0, 0],
  lopen_uur_dag: [3, 2, 1, 0, 0],
  buigen_per_uur: [3, 3, 2, 1, 0],
  gebogen_min: [3, 3, 2, 1, 0],
  knielen_per_uur: [3, 2, 1, 0, 0],
  geknield_min: [3, 2, 1, 0, 0],
  klimmen: [3, 2, 1, 0, -1],
  boven_schouder_min: [2, 1, 0, 0, 0],
  handgebruik_kracht: YES_NO,
  handgebruik_fijn: YES_NO,
  handgebruik_repetitief: YES_NO,
  toetsenbord_uur_dag: [3, 2, 1, 0, 0],
  persoonlijk_risico: YES_NO,
  beroepsmatig_vervoer: [1, 'p', 'p', 0, 0],
  aandacht_vasthouden_min: [2, 1, 1, 0, 0],
  aandacht_verdelen: [2, 1, 0, 0, 0],
  werktempo: YES_NO,
  handelingstempo: YES_NO,
  deadlines: YES_NO,
  storingen: YES_NO,
  afleiding: YES_NO,
  voorspelbaarheid: YES_NO,
  zelfstandigheid_structuur: [2, 1, 0, 0, 0],
  klantcontact: YES_NO,
  patientcontact: YES_NO,
  conflicten: [2, 'p', 0, 0, 0],
  samenwerken: [2, 1, 0, 0, 0],
  leidinggeven: YES_NO
}

/** The row of a dimension; one that is not in the table is compared by a person: band 0 is within, the rest is weighed. */
export const bandsOf = (dimensie: Dimensie): readonly BandNiveau[] => BANDS[dimensie] ?? PERSON

/** The dimensions each of the 32 profile dimensions fills (`reference-data.md` 5), main one first. */
export const PROFILE: Readonly<Record<string, readonly Dimensie[]>> = {
  tillen: ['tillen_kg', 'dragen_kg'],
  duwen: ['duwen_trekken_n'],
  zitten: ['zitten_uur_dag'],
  staan: ['staan_uur_dag'],
  lopen: ['lopen_uur_dag'],
  buigen: ['buigen_per_uur', 'gebogen_min'],
  knielen: ['knielen_per_uur', 'geknield_min'],
  klimmen: ['klimmen'],
  bovenhands: ['boven_schouder_min'],
  handen: ['handgebruik_kracht', 'handgebruik_fijn', 'handgebruik_repetitief'],
  toetsenbord: ['toetsenbord_uur_dag'],
  hitte: ['temperatuur', 'temperatuur_hitte'],
  koude: ['temperatuur', 'temperatuur_koude'],
  buiten: ['tocht'],
  huid: ['huidcontact'],
  stof: ['stof_gas'],
  geluid: ['geluid'],
  risico: ['persoonlijk_risico'],
  rijden: ['beroepsmatig_vervoer'],
  aandacht: ['aandacht_vasthouden_min'],
  verdelen: ['aandacht_verdelen'],
  tempo: ['werktempo', 'handelingstempo'],
  deadlines: ['deadlines'],
  storing: ['storingen', 'afleiding'],
  wisselend: ['voorspelbaarheid'],
  zelfstandig: ['zelfstandigheid_structuur'],
  klant: ['klantcontact'],
  zorg: ['patientcontact'],
  conflict: ['conflicten'],
  emotie: ['emotionele_problemen'],
  samenwerken: ['samenwerken'],
  leiding: ['leidinggeven']
}

/** The answer of a `keuze` dimension a profile dimension speaks of: heat is level 1 of `temperatuur`, cold level 2. */
export const PROFILE_CHOICE: Readonly<Record<string, string>> = { hitte: 'hitte', koude: 'koude' }
