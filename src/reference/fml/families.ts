import type { Dimensie } from '../../domain/dimensie.ts'
import { itemsOf } from './catalogue.ts'

/** Dimensions of editions that measure the same thing differently (`fml.md` 5). */
const FAMILIES: ReadonlyArray<readonly Dimensie[]> = [
  ['tillen_kg', 'dragen_kg', 'tillen_dragen_kg', 'lichte_voorwerpen_per_uur', 'zware_lasten'],
  ['duwen_trekken_n', 'duwen_trekken_kgf'],
  ['temperatuur', 'temperatuur_hitte', 'temperatuur_koude'],
  ['trappen', 'trappen_treden'],
  ['knielen', 'knielen_per_uur'],
  ['aandacht_verdelen', 'aandacht_verdelen_min'],
  [
    'handgebruik',
    'handgebruik_bol',
    'handgebruik_cilinder',
    'handgebruik_fijn',
    'handgebruik_kracht',
    'handgebruik_pen',
    'handgebruik_pincet',
    'handgebruik_repetitief',
    'handgebruik_sleutel',
    'handgebruik_toetsenbord'
  ],
  ['zelfstandigheid_structuur', 'begeleiding']
]

const editions = (d: Dimensie): ReadonlySet<string> => new Set(itemsOf(d).map(i => i.editie))

/** Both stand in one edition: there a member without its own limit stays unlimited (lifting limited, carrying not). */
function inOneEdition(a: Dimensie, b: Dimensie): boolean {
  const other = editions(b)
  return [...editions(a)].some(e => other.has(e))
}

/**
 * Members that meet the rest also within one edition: 4.3 is the heading of its own family, so a limit on it concerns
 * every sort of hand use; guidance (`klassiek` 1.9.3) stands beside structure there, but `referentie` asks structure only.
 */
const ACROSS = new Set<Dimensie>(['handgebruik', 'begeleiding'])

function membersOf(dimensie: Dimensie): readonly Dimensie[] {
  const family = FAMILIES.find(f => f.includes(dimensie)) ?? []
  return family.filter(d => d !== dimensie && (!inOneEdition(d, dimensie) || ACROSS.has(d) || ACROSS.has(dimensie)))
}

const members = new Map<Dimensie, readonly Dimensie[]>(FAMILIES.flat().map(d => [d, membersOf(d)]))

/** The dimensions on which load of `dimensie` is a signaal for a limit, because another edition measures it otherwise. */
export const relativesOf = (dimensie: Dimensie): readonly Dimensie[] => members.get(dimensie) ?? []
