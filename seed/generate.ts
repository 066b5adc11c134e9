import { PLACES } from '../src/reference/places.ts'
import { addDays, type Day } from '../src/domain/moment.ts'
import { adverts } from './load.ts'

/** A small seeded generator (mulberry32): the same seed gives the same market on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

const HOURS = [8, 12, 16, 20, 24, 28, 32, 36, 38, 40] as const
const SHOWN_DAYS = 45

/**
 * Lines of our own format for a made-up market of `count` adverts: the demo adverts, cut up and put together again with
 * other places, hours and dates. The texts keep the vocabulary and the gaps of real adverts, and no two are equal.
 */
export function* generateAdverts(count: number, day: Day, seed = 1): Generator<string> {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const models = adverts().map(a => ({ title: String(a['title']), employer: a['employer'], paragraphs: String(a['description']).split('\n\n') }))
  const towns = [...PLACES.values()].filter(p => p.radius === 0)
  for (let i = 0; i < count; i++) {
    const model = pick(models)
    // The work itself stays with its title; what an employer says of itself may come from another advert.
    const other = pick(pick(models).paragraphs)
    const description = [...model.paragraphs.slice(0, -1), `Referentie ${i}.`, other].join('\n\n')
    const min = pick(HOURS)
    yield JSON.stringify({
      sourceId: `m-${i}`,
      title: model.title,
      description,
      ...(model.employer === undefined ? {} : { employer: model.employer }),
      ...(random() < 0.9
        ? { locations: [{ country: 'NL', place: pick(towns).name, ...(random() < 0.5 ? {} : { postcode: String(1000 + Math.floor(random() * 8999)) }) }] }
        : {}),
      ...(random() < 0.5 ? { hours: { min, max: Math.min(40, min + Math.floor(random() * 9)) } } : {}),
      postedAt: addDays(day, -Math.floor(random() * SHOWN_DAYS))
    })
  }
}
