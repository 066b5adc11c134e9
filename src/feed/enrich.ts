import type { VacancyFacts } from '../domain/vacancy.ts'
import { loadUnits } from '../reference/units.ts'
import type { EnrichContext, Enricher } from './enricher.ts'
import { feedWins, withoutGiven } from './feed-wins.ts'
import { languageOf } from './normalise/language.ts'
import { titleUnit, unitsOf } from './text/units.ts'

/** Every file of `enrich/`, in its own order: load before schedule, title before sector. */
const ENRICHERS = [...(await loadUnits<Enricher>(new URL('./enrich/', import.meta.url)))].toSorted((a, b) => a.order - b.order)

/** A text too short to tell is read as Dutch; another language is not read. */
function readable(lang: string | null, description: string): EnrichContext['lang'] {
  if (lang === 'nl' || lang === 'en') return lang
  return lang === null && description.length < 200 ? 'nl' : null
}

/**
 * Adds what title, text and occupation say to the facts of a feed (`house.md` 1). Pure. A field of the feed stays; where the
 * text says something else, both are kept. Text in another language than Dutch or English gives no load.
 */
export function enrich(facts: VacancyFacts): VacancyFacts {
  const lang = facts.lang ?? languageOf(`${facts.title}. ${facts.description}`)
  const context: EnrichContext = { title: titleUnit(facts.title), units: unitsOf(facts.description), lang: readable(lang, facts.description) }
  // One object for all: each enricher adds its facts to what the ones before it found.
  const now: VacancyFacts = { ...withoutGiven(facts), lang, differs: {} }
  for (const enricher of ENRICHERS) Object.assign(now, enricher.enrich(now, context))
  return feedWins(facts, now)
}
