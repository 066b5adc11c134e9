import type { Candidate } from '../domain/candidate.ts'
import type { FullCandidate } from '../domain/projections/full.ts'
import { describeHome, locateHome } from '../reference/home.ts'

/** The home as we take it, so that a wrong town or digit is seen at once. */
export function homeView({ travel: { home } }: Candidate): FullCandidate['home'] {
  const found = home === null ? undefined : locateHome(home)
  return found === undefined ? null : { name: describeHome(found), precision: found.precision }
}
