/** Studies that lie ahead of the reader, or that are somebody else's: no level is asked by them. */

/** "Na een jaar heb je een mbo 2-diploma", "daarna kun je door voor niveau 3", "bij ons kun je een hbo-opleiding volgen". */
const AHEAD =
  /\b(?:na (?:een|twee|drie|vier|\d) (?:jaar|jaren|maanden) heb (?:je|jij|u)|(?:kun|kunt|kan|mag) (?:je|jij|u) (?:[a-z]+ ){0,3}door|(?:kun|kunt|kan|mag) (?:je|jij|u)? ?(?:daarna |bij ons |ook |intern |zelf ){1,2}|(?:haal|behaal) (?:je|jij|u)|(?:je|jij|u) (?:haalt|behaalt)|(?:leiden|leidt) (?:we|wij|ons)? ?(?:je|jou|u) op|word(?:t)? (?:je|jij|u) (?:door ons |intern )?opgeleid)\b[^.;:]{0,60}$/
/** "Zelf een drogistendiploma halen?", "een hbo-opleiding volgen"; not "of bereid die te halen". */
const AHEAD_BEHIND = /^(?:(?!\bof\b)[^.;,]){0,25}\b(?:halen|behalen)\b/
/** "Het college leidt op tot verzorgende (niveau 3)". */
const TEACHES = /\b(?:leidt|leiden) (?:[a-z0-9.']+ ){0,6}op (?:tot|voor|van|in)\b|\bopleiden (?:tot|voor)\b/

export const isAhead = (folded: string, start: number, end: number): boolean =>
  AHEAD.test(folded.slice(Math.max(0, start - 110), start)) || AHEAD_BEHIND.test(folded.slice(end, end + 40)) || TEACHES.test(folded)
