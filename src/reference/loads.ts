import type { Load } from '../domain/load.ts'
import type { Occupation } from '../domain/vacancy.ts'
import { PROFILE, PROFILE_CHOICE } from './fml/bands.ts'
import { readTable } from './table.ts'

const DIMS = Object.keys(PROFILE)

interface Cell {
  readonly band: number
  readonly why: string
  readonly group: string
  readonly confidence: number
}

const minor = new Map(readTable('loads/demands-isco3.tsv', ['isco3', ...DIMS, 'why']).map(r => [r['isco3'] as string, r]))
const unit = new Map(readTable('loads/demands-isco4.tsv', ['isco4', 'dim', 'band', 'why']).map(r => [`${r.isco4}:${r.dim}`, r]))

/** Bands in words, for screens: dimension of the profile to label and five steps. */
export const BAND_WORDS: ReadonlyMap<string, { readonly label: string; readonly steps: readonly string[]; readonly evidence: string }> = new Map(
  readTable('loads/bands.tsv', ['dim', 'label', 'band0', 'band1', 'band2', 'band3', 'band4', 'evidence']).map(r => [
    r.dim,
    { label: r.label, steps: [r.band0, r.band1, r.band2, r.band3, r.band4], evidence: r.evidence }
  ])
)

/** The words of a load's band: a dimension of the profile fills several of the form. Null for what no profile speaks of. */
export function bandWords(load: Load): string | null {
  const dim = DIMS.find(d => PROFILE[d]?.includes(load.dimensie) === true && (PROFILE_CHOICE[d] === undefined || PROFILE_CHOICE[d] === load.amount?.value))
  return load.band === null || dim === undefined ? null : (BAND_WORDS.get(dim)?.steps[load.band] ?? null)
}

/** Median of the minor groups below a sub-major group, the last resort (`reference-data.md` 5). */
function subMajor(isco2: string, dim: string): number | undefined {
  const bands = [...minor]
    .filter(([code]) => code.startsWith(isco2))
    .map(([, row]) => Number(row[dim]))
    .sort((a, b) => a - b)
  return bands[Math.floor(bands.length / 2)]
}

/** The band of a unit group on a profile dimension: own exception, else its minor group, else the sub-major median. */
export function bandOf(isco4: string, dim: string): Cell | undefined {
  const own = unit.get(`${isco4}:${dim}`)
  if (own !== undefined) return { band: Number(own.band), why: own.why, group: isco4, confidence: 2 }
  const row = minor.get(isco4.slice(0, 3))
  if (row !== undefined) return { band: Number(row[dim]), why: row['why'] as string, group: isco4.slice(0, 3), confidence: 1 }
  const band = subMajor(isco4.slice(0, 2), dim)
  return band === undefined ? undefined : { band, why: 'gemiddelde van verwante beroepen', group: isco4.slice(0, 2), confidence: 0 }
}

/** A group counts from this share; of a title that was guessed also groups that are less likely. */
const LIKELY = { known: 20, guessed: 10 }

/**
 * Expected load of an occupation, one entry for each dimension the profile fills. An ambiguous title, or one that was guessed,
 * expects something only where all its likely groups agree within one band; the heavier band counts then (`reference-data.md` 3).
 */
export function expectedLoads(occupation: Occupation): readonly Load[] {
  const least = occupation.confidence <= 1 ? LIKELY.guessed : LIKELY.known
  const groups = occupation.isco.filter(i => i.share >= least).map(i => i.code)
  if (groups.length === 0) return []
  return DIMS.flatMap((dim): Load[] => {
    const cells = groups.map(g => bandOf(g, dim))
    if (cells.some(c => c === undefined)) return []
    const found = cells as Cell[]
    const heaviest = found.reduce((a, b) => (b.band > a.band ? b : a))
    if (heaviest.band - Math.min(...found.map(c => c.band)) > 1) return []
    const choice = PROFILE_CHOICE[dim]
    return (PROFILE[dim] ?? []).map((dimensie): Load => ({
      dimensie,
      amount: choice === undefined ? null : { op: 'eq', value: choice },
      frequency: null,
      minutes: null,
      hoursPerDay: null,
      band: heaviest.band,
      provenance: 'expected',
      kind: 'occupation',
      confidence: heaviest.confidence,
      conditional: false,
      conflict: false,
      at: null,
      until: null,
      by: null,
      group: heaviest.group,
      why: heaviest.why.slice(0, 300),
      span: null
    }))
  })
}
