import type { Travel } from '../../../src/domain/candidate.ts'
import type { VacancyFacts } from '../../../src/domain/vacancy.ts'
import { distancesFrom, PLACES } from '../../../src/reference/places.ts'
import { candidate } from '../../helpers/candidate.ts'
import { advert, type CriterionCase } from '../criteria-case.ts'

const lives = (travel: Partial<Travel>) => candidate({ travel: { home: 'Utrecht', ...travel } })
const at = (code: string, over: Partial<VacancyFacts> = {}) =>
  advert({ locations: [{ country: 'NL', postcode: null, place: PLACES.get(code)?.name ?? null, lat: null, lon: null, precision: 'place', code }], ...over })
/** Kilometres from Utrecht, to the metre. */
const km = (code: string): number => (distancesFrom('utrecht').get(code) ?? Number.NaN) / 1000
const stands = (state: 'conflict' | 'fits' | 'open', code: string, points?: number): CriterionCase['expect'] => ({
  bars: { reisafstand: state },
  code: { reisafstand: code },
  ...(points === undefined ? {} : { points })
})

const WIJK = 'wijk-bij-duurstede'

export const cases: readonly CriterionCase[] = [
  { name: 'the own town', candidate: lives({ maxKm: 5 }), vacancy: at('utrecht'), expect: stands('fits', 'reis.past', 20) },
  { name: 'within 5 km', candidate: lives({ maxKm: 25 }), vacancy: at('de-bilt'), expect: stands('fits', 'reis.past', 20) },
  { name: 'within 10 km', candidate: lives({ maxKm: 25 }), vacancy: at('ijsselstein'), expect: stands('fits', 'reis.past', 16) },
  { name: 'within 20 km', candidate: lives({ maxKm: 25 }), vacancy: at(WIJK), expect: stands('fits', 'reis.past', 11) },
  { name: 'within 30 km', candidate: lives({ maxKm: 100 }), vacancy: at('diemen'), expect: stands('fits', 'reis.past', 6) },
  { name: 'within 50 km', candidate: lives({ maxKm: 100 }), vacancy: at('vught'), expect: stands('fits', 'reis.past', 2) },
  { name: 'beyond 50 km earns nothing', candidate: lives({ maxKm: 100 }), vacancy: at('strijen'), expect: stands('fits', 'reis.past', 0) },
  { name: 'exactly the limit in km', candidate: lives({ maxKm: km(WIJK) }), vacancy: at(WIJK), expect: stands('fits', 'reis.past') },
  { name: 'one metre beyond the limit', candidate: lives({ maxKm: km(WIJK) - 0.001 }), vacancy: at(WIJK), expect: stands('conflict', 'reis.te-ver', 11) },
  { name: 'within the minutes by car', candidate: lives({ mode: 'auto', maxMinutes: 24 }), vacancy: at(WIJK), expect: stands('fits', 'reis.past') },
  { name: 'beyond the minutes by car', candidate: lives({ mode: 'auto', maxMinutes: 23 }), vacancy: at(WIJK), expect: stands('conflict', 'reis.te-ver') },
  {
    name: 'mode unknown: car reaches it, public transport does not',
    candidate: lives({ mode: 'onbekend', maxMinutes: 30 }),
    vacancy: at(WIJK),
    expect: stands('open', 'reis.rand')
  },
  {
    name: 'mode unknown: neither reaches it',
    candidate: lives({ mode: 'onbekend', maxMinutes: 20 }),
    vacancy: at(WIJK),
    expect: stands('conflict', 'reis.te-ver')
  },
  { name: 'mode unknown: both reach it', candidate: lives({ mode: 'onbekend', maxMinutes: 40 }), vacancy: at(WIJK), expect: stands('fits', 'reis.past') },
  {
    name: 'both limits bind: the minutes refuse',
    candidate: lives({ mode: 'fiets', maxKm: 100, maxMinutes: 30 }),
    vacancy: at(WIJK),
    expect: stands('conflict', 'reis.te-ver')
  },
  {
    name: 'both limits bind: the km refuse',
    candidate: lives({ mode: 'auto', maxKm: 10, maxMinutes: 120 }),
    vacancy: at(WIJK),
    expect: stands('conflict', 'reis.te-ver')
  },
  {
    name: 'fully at home has no distance',
    candidate: lives({ maxKm: 5 }),
    vacancy: at('strijen', { remote: 'full' }),
    expect: stands('fits', 'reis.thuis', 20)
  },
  {
    name: 'partly at home has a distance',
    candidate: lives({ maxKm: 5 }),
    vacancy: at('strijen', { remote: 'hybrid' }),
    expect: stands('conflict', 'reis.te-ver', 0)
  },
  { name: 'no work place stated', candidate: lives({ maxKm: 5 }), vacancy: advert(), expect: stands('open', 'reis.werkplek-onbekend', 0) },
  {
    name: 'several work places',
    candidate: lives({ maxKm: 5 }),
    vacancy: at('utrecht', { locations: [...at('utrecht').locations, ...at('vught').locations] }),
    expect: stands('open', 'reis.werkplek-onbekend', 0)
  },
  {
    name: 'a work place abroad',
    candidate: lives({ maxKm: 5 }),
    vacancy: at('utrecht', { locations: at('utrecht').locations.map(l => ({ ...l, country: 'DE' })) }),
    expect: stands('open', 'reis.werkplek-onbekend', 0)
  },
  { name: 'nationwide', candidate: lives({ maxKm: 5 }), vacancy: at('utrecht', { nationwide: true }), expect: stands('open', 'reis.werkplek-onbekend', 0) },
  {
    name: 'only a region, its middle within: the edge is not certain',
    candidate: lives({ maxKm: 20 }),
    vacancy: at('pc2-12'),
    expect: stands('open', 'reis.rand')
  },
  { name: 'only a region, certainly within', candidate: lives({ maxKm: 40 }), vacancy: at('pc2-12'), expect: stands('fits', 'reis.past') },
  { name: 'only a region, certainly beyond', candidate: lives({ maxKm: 4 }), vacancy: at('pc2-12'), expect: stands('conflict', 'reis.te-ver') },
  { name: 'a home known by postcode is a region too', candidate: lives({ home: '3511', maxKm: 12 }), vacancy: at(WIJK), expect: stands('open', 'reis.rand') },
  { name: 'home not known', candidate: lives({ home: null, maxKm: 20 }), vacancy: at('utrecht'), expect: stands('open', 'reis.woonplaats-onbekend', 0) },
  {
    name: 'home not recognised',
    candidate: lives({ home: 'Nergenshuizen', maxKm: 20 }),
    vacancy: at('utrecht'),
    expect: stands('open', 'reis.woonplaats-niet-gevonden', 0)
  },
  {
    name: 'a home of another postcode than its town is not found, however far the work',
    candidate: lives({ home: '3511 Groningen', maxKm: 20 }),
    vacancy: at('vught'),
    expect: stands('open', 'reis.woonplaats-niet-gevonden', 0)
  },
  {
    name: 'home not known, fully at home',
    candidate: lives({ home: null, maxKm: 20 }),
    vacancy: advert({ remote: 'full' }),
    expect: stands('fits', 'reis.thuis', 0)
  },
  { name: 'no limit given: nothing asked, nearness still earns', candidate: lives({}), vacancy: at('strijen'), expect: { bars: {}, points: 0 } },
  { name: 'no limit given: near', candidate: lives({}), vacancy: at('utrecht'), expect: { bars: {}, points: 20 } },
  { name: 'nothing known of travel', candidate: candidate(), vacancy: at('utrecht'), expect: { bars: {}, points: 0 } }
]
