import type { Evidence, VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'

interface Cue {
  readonly pattern: RegExp
  readonly not?: RegExp
}

/** The first piece where a cue stands. */
function find(context: EnrichContext, cue: Cue, skip: ReadonlySet<string> = new Set(['over-ons', 'procedure'])): Evidence | undefined {
  for (const unit of context.units) {
    if (skip.has(unit.section)) continue
    const m = cue.pattern.exec(unit.folded)
    if (m !== null && !(cue.not?.test(unit.folded) ?? false)) return fromText(unit, m.index, m.index + m[0].length)
  }
  return undefined
}

const NONE: ReadonlySet<string> = new Set()
const PERMANENT: Cue = {
  pattern: /\b(?:vast contract|vaste aanstelling|vast dienstverband|onbepaalde tijd|direct vast)\b/,
  not: /\b(?:uitzicht op|kans op|mogelijk(?:heid)? (?:op|tot)|daarna|na een jaar|op termijn|zicht op|optie op|intentie|bij goed functioneren)\b/
}
const TEMPORARY: Cue = {
  pattern:
    /\b(?:jaarcontract|contract voor (?:een|1) jaar|bepaalde tijd|tijdelijk(?:e)? (?:contract|aanstelling|dienstverband|functie|baan)|uitzicht op (?:een )?vast|zwangerschapsvervanging|ziektevervanging|voor de duur van|contract van (?:zes|zeven|twaalf|6|7|12) maanden|dienstverband van (?:een|1) jaar)\b/
}
const APPRENTICE: Cue = {
  pattern: /\b(?:leerwerkplek|leer werkplek|bbl(?: traject| opleiding)?|leerbaan|werkend leren)\b/,
  not: /\b(?:begeleid|begeleiden|studenten|leerlingen|ook)\b/
}
const VOLUNTEER: Cue = {
  pattern: /\b(?:vrijwilligersfunctie|vrijwilligerswerk|als vrijwilliger|onbetaalde functie)\b/,
  not: /\b(?:aansturen|begeleid\w*|samen met|coordin\w*|team van|vrijwilligers)\b/
}
const INTERN: Cue = {
  pattern: /\b(?:stageplek|stageplaats|afstudeerstage|meewerkstage|stagevergoeding|stage lopen bij)\b/,
  not: /\b(?:begeleid\w*|stagiair\w*)\b/
}
const ZZP: Cue = {
  pattern: /\b(?:zzp opdracht|als zzp'er|freelance opdracht|zelfstandige zonder personeel|op zzp basis|interim opdracht)\b/,
  not: /\b(?:loondienst|geen zzp|niet als)\b/
}

function contractOf(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  const [permanent, temporary] = [find(context, PERMANENT, NONE), find(context, TEMPORARY, NONE)]
  const kindCue = (
    [
      ['02', APPRENTICE],
      ['03', VOLUNTEER],
      ['S', INTERN]
    ] as const
  )
    .map(([kind, cue]) => ({ kind, at: find(context, cue) }))
    .find(k => k.at !== undefined)
  const titled = /\bstage\b|\bstagiair/.test(context.title.folded) ? ('S' as const) : /\bvrijwillig/.test(context.title.folded) ? ('03' as const) : undefined
  const zzp = find(context, ZZP)
  const term = v.contract.term ?? (temporary !== undefined ? 'B' : permanent !== undefined ? 'O' : null)
  const contract = {
    term,
    kind: v.contract.kind ?? titled ?? kindCue?.kind ?? null,
    selfEmployed: v.contract.selfEmployed ?? (zzp === undefined ? null : true)
  }
  const evidence = temporary ?? permanent ?? kindCue?.at ?? zzp
  return { contract, ...(evidence === undefined ? {} : { evidence: withEvidence(v, 'contract', evidence) }) }
}

const NOT_HOME: Cue = {
  pattern:
    /\b(?:thuiswerken (?:is )?(?:niet|kan niet)|niet (?:vanuit )?thuis ?werken|geen thuiswerk|volledig op locatie|alleen op locatie|altijd op locatie|aanwezigheid op locatie)\b/
}
const FULL_HOME: Cue = {
  pattern:
    /\b(?:volledig (?:thuis|remote|vanuit huis)|100 ?% (?:remote|thuis)|geheel vanuit huis|je werkt (?:altijd |volledig )?vanuit huis|werk je volledig thuis|fully remote|remote werken vanuit heel nederland)\b/,
  not: /\bniet volledig\b/
}
const SOME_HOME: Cue = {
  pattern:
    /\b(?:hybride?|hybrid|deels thuis|gedeeltelijk thuis|thuiswerken|thuis te werken|thuis werken|dagen? thuis|thuiswerkdag\w*|thuiswerkvergoeding|vanuit huis)\b/
}

function remoteOf(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  if (v.remote !== null) return {}
  for (const [remote, cue] of [
    ['none', NOT_HOME],
    ['full', FULL_HOME],
    ['hybrid', SOME_HOME]
  ] as const) {
    const at = find(context, cue, new Set(['procedure']))
    if (at !== undefined) return { remote, evidence: withEvidence(v, 'remote', at) }
  }
  return {}
}

/** Contract and home working. What the feed says stays. */
export const terms: Enricher = {
  id: 'terms',
  order: 40,
  enrich(v, context) {
    const contract = contractOf(v, context)
    return { ...contract, ...remoteOf({ ...v, ...contract }, context) }
  }
}
