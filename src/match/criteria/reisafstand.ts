import type { Candidate } from '../../domain/candidate.ts'
import type { Vacancy } from '../../domain/vacancy.ts'
import { describeHome, locateHome, type Home } from '../../reference/home.ts'
import { codesPerhapsWithin, codesWithin, distancesFrom, PLACES } from '../../reference/places.ts'
import { minutesFor, reachOf } from '../../reference/travel.ts'
import { plain, type Criterion, type Grade } from '../criterion.ts'
import { any, known, never, not, some } from '../predicate.ts'

/** Rings in km, nearest first, with their points. */
const RINGS = [
  [5, 20],
  [10, 16],
  [20, 11],
  [30, 6],
  [50, 2]
] as const
const AT_HOME = any('remote', ['full'])

const WHERE = 'Waar is de werkplek precies, en kan er deels thuis worden gewerkt?'
/** Without a home only work at home is sure to be near; where the candidate lives is no question for an employer. */
const AT_HOME_ONLY = 'Kan dit werk helemaal thuis worden gedaan?'

const knownHome = (c: Candidate): Home | undefined => (c.travel.home === null ? undefined : locateHome(c.travel.home))
const homeOf = (c: Candidate): string | undefined => knownHome(c)?.place.code

function unknownCode(c: Candidate, v: Vacancy): string {
  if (c.travel.home === null) return 'reis.woonplaats-onbekend'
  if (homeOf(c) === undefined) return 'reis.woonplaats-niet-gevonden'
  return v.prepared.place === null ? 'reis.werkplek-onbekend' : 'reis.rand'
}

/**
 * Travel from home, as the crow flies from one fixed table; minutes are an estimate per mode (`reference/travel.ts`).
 * conflict = certainly too far; unknown = no single work place, only a region near the edge, or no home that is found or
 * mode known.
 * Work done fully at home has no distance.
 */
export const reisafstand: Criterion = {
  id: 'reisafstand',
  label: 'Reisafstand',
  order: 40,
  max: c => (homeOf(c) === undefined ? 0 : RINGS[0][1]),
  groups(c) {
    const home = homeOf(c)
    if (home === undefined) return []
    const rings = RINGS.map(([km, points], index): Grade => {
      const near = any('place', codesWithin(home, km * 1000, index === 0 ? -1 : (RINGS[index - 1]?.[0] ?? 0) * 1000))
      return { key: index === 0 ? 'dichtbij-of-thuis' : `tot-${km}-km`, points, when: index === 0 ? some(AT_HOME, near) : near }
    })
    return [rings]
  },
  bars(c) {
    const reach = reachOf(c.travel)
    if (reach === undefined) return []
    const home = homeOf(c)
    return [
      {
        id: 'reisafstand',
        // Said by what is not too far: the list is short, and an engine starts from the few vacancies in it.
        conflict: home === undefined ? never : not(some(AT_HOME, not(known('place')), any('place', codesPerhapsWithin(home, reach.over)))),
        fits: home === undefined ? AT_HOME : some(AT_HOME, any('place', codesWithin(home, reach.fits))),
        question: home === undefined ? AT_HOME_ONLY : WHERE,
        lever: 'reis'
      }
    ]
  },
  explain(stand, c, v) {
    const home = knownHome(c)
    const metres = home === undefined || v.prepared.place === null ? undefined : distancesFrom(home.place.code).get(v.prepared.place)
    return plain(
      stand.state === 'conflict' ? 'reis.te-ver' : stand.state === 'fits' ? (v.remote === 'full' ? 'reis.thuis' : 'reis.past') : unknownCode(c, v),
      {
        km: metres === undefined ? null : Math.round(metres / 100) / 10,
        minutes: metres === undefined ? null : (minutesFor(metres, c.travel.mode) ?? null),
        maxKm: c.travel.maxKm,
        maxMinutes: c.travel.maxMinutes,
        mode: c.travel.mode,
        home: home === undefined ? null : describeHome(home),
        place: v.prepared.place === null ? null : (PLACES.get(v.prepared.place)?.name ?? null)
      },
      stand.state === 'open' && metres !== undefined
    )
  }
}
