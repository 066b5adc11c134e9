import type { Candidate } from '../domain/candidate.ts'
import type { Moment } from '../domain/moment.ts'
import { capacityOf } from '../reference/fml/capacity.ts'
import { rulesOf } from '../reference/fml/hours.ts'
import { locateHome } from '../reference/home.ts'

/** What a profile lacks. An empty one gets no points at all: no profile, no score (`jobhunter-ui.md` 3). */
export function profileGaps(c: Candidate, at: Moment): { readonly missing: readonly string[]; readonly empty: boolean } {
  const capacity = capacityOf(c.documents, at.day)
  const known: Readonly<Record<string, boolean>> = {
    document: capacity.leading.length > 0,
    opleiding: c.profile.education.level !== null,
    ervaring: c.profile.experience.length > 0,
    beroepswens: c.wishes.occupations.length > 0 || c.wishes.sectors.length > 0,
    woonplaats: c.travel.home !== null && locateHome(c.travel.home) !== undefined,
    reisgrens: c.travel.maxKm !== null || c.travel.maxMinutes !== null
  }
  const missing = Object.entries(known)
    .filter(([, is]) => !is)
    .map(([name]) => name)
  const nothing = capacity.limitations.length === 0 && rulesOf(capacity.perDay).length === 0 && rulesOf(capacity.perWeek).length === 0
  return { missing, empty: nothing && !known['opleiding'] && !known['ervaring'] && !known['beroepswens'] && capacity.usable }
}
