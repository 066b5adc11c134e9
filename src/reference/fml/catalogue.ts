import { z } from 'zod'
import { DimensieSchema, type Dimensie } from '../../domain/dimensie.ts'
import { EditieSchema, HoursKindSchema, type Editie } from '../../domain/capacity.ts'
import { tableText } from '../table.ts'

const GrenswaardeSchema = z.looseObject({
  waarde: z.number().optional(),
  op: z.enum(['ca', 'min', 'max', 'lt', 'gt', 'niet', 'niet_elke']),
  van: z.string().optional(),
  tot: z.string().optional(),
  freq_per_uur_max: z.number().optional(),
  freq_per_uur: z.number().optional(),
  duur_min_max: z.number().optional(),
  gewicht_kg: z.number().optional(),
  soort: HoursKindSchema.optional()
})
export type Grenswaarde = z.infer<typeof GrenswaardeSchema>

const ItemSchema = z.object({
  id: z.string(),
  editie: EditieSchema,
  code: z.string(),
  ouder: z.string().nullable(),
  rubriek: z.enum(['I', 'II', 'III', 'IV', 'V', 'VI']),
  naam: z.string(),
  soort: z.enum(['belastbaarheid', 'voorwaarde', 'informatie']),
  schaaltype: z.enum(['ordinaal', 'nominaal', 'ja_nee']),
  eenheid: z.string().nullable(),
  schaal: z.array(
    z.object({
      niveau: z.int(),
      label: z.string(),
      grenswaarde: GrenswaardeSchema.nullable(),
      kenmerk: z.string().nullable(),
      zekerheid: z.enum(['A', 'B', 'C'])
    })
  ),
  dimensie: DimensieSchema,
  matching: z.enum(['automatisch', 'beoordelen']),
  zekerheid: z.enum(['A', 'B', 'C']),
  bron: z.string(),
  komt_overeen_met: z.array(z.string()),
  opmerking: z.string().nullable()
})
export type Item = z.infer<typeof ItemSchema>

/** The 189 items of three editions (`fml.md` 3). */
export const CATALOGUE: readonly Item[] = z.array(ItemSchema).parse(JSON.parse(tableText('fml/catalogue.json')))

const byId = new Map(CATALOGUE.map(item => [item.id, item]))
const parents = new Set(CATALOGUE.map(item => item.ouder).filter(id => id !== null))

/**
 * The item of an edition and a code; undefined when the edition does not know it. `maart2024` only renews the hours
 * items: its other codes are those of `referentie`.
 */
export function itemOf(editie: Editie, code: string): Item | undefined {
  return byId.get(`${editie}:${code}`) ?? (editie === 'maart2024' ? byId.get(`referentie:${code}`) : undefined)
}

/** A heading whose sub-points count instead of itself (1.5, 1.6, 1.8, 2.12, 3.8, 4.3; klassiek 1.9, 2.12). */
export const isHeading = (item: Item): boolean => parents.has(item.id)

/** The items of one dimension in the order of the catalogue: `referentie` first. */
export const itemsOf = (dimensie: Dimensie): readonly Item[] => CATALOGUE.filter(item => item.dimensie === dimensie)
