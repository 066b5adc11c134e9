import { z } from 'zod'

/**
 * The edition-neutral keys on which limits and loads meet (FML catalogue, all editions).
 * A test compares this list with `reference/fml/catalogue.json`.
 */
export const DIMENSIES = [
  'aandacht_vasthouden_min', 'aandacht_verdelen', 'aandacht_verdelen_min', 'afleiding', 'begeleiding',
  'beroepsmatig_vervoer', 'boven_schouder_min', 'buigen_graden', 'buigen_per_uur', 'collegacontact', 'conflicten',
  'deadlines', 'doelmatig_handelen', 'dominantie', 'dragen_kg', 'duwen_trekken_kgf', 'duwen_trekken_n',
  'emotionele_problemen', 'etmaal', 'gebogen_min', 'geknield_min', 'geluid', 'gevoelens_uiten', 'handelingstempo',
  'handgebruik', 'handgebruik_bol', 'handgebruik_cilinder', 'handgebruik_fijn', 'handgebruik_kracht',
  'handgebruik_pen', 'handgebruik_pincet', 'handgebruik_repetitief', 'handgebruik_sleutel',
  'handgebruik_toetsenbord', 'herinneren', 'hoofdbewegingen', 'hoofdstand_uur_dag', 'horen', 'houdingsafwisseling',
  'huidcontact', 'inzicht_eigen_kunnen', 'klantcontact', 'klimmen', 'knielen', 'knielen_per_uur', 'leidinggeven',
  'lezen', 'lichte_voorwerpen_per_uur', 'lokalisatie', 'lopen_min_aaneen', 'lopen_uur_dag', 'overig_dynamisch',
  'overig_fysiek', 'overig_persoonlijk', 'overig_sociaal', 'overig_statisch', 'overig_werktijd', 'patientcontact',
  'pbm', 'persoonlijk_risico', 'reiken_cm', 'reiken_per_uur', 'samenwerken', 'schrijven', 'schroefbewegingen',
  'solitair_werk', 'spreken', 'staan_min_aaneen', 'staan_uur_dag', 'stof_gas', 'storingen', 'tastzin', 'temperatuur',
  'temperatuur_hitte', 'temperatuur_koude', 'tillen_dragen_kg', 'tillen_kg', 'tocht', 'toetsenbord_uur_dag',
  'torderen_graden', 'trappen', 'trappen_treden', 'trilling', 'uren_dag', 'uren_week', 'vervoer', 'voorspelbaarheid',
  'voorwaarden_persoonlijk', 'voorwaarden_sociaal', 'werktempo', 'zelfstandig_handelen', 'zelfstandigheid_structuur',
  'zien', 'zitten_min_aaneen', 'zitten_uur_dag', 'zware_lasten',
] as const

export const DimensieSchema = z.enum(DIMENSIES)
export type Dimensie = z.infer<typeof DimensieSchema>
