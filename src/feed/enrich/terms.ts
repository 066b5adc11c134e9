import type { Evidence, VacancyFacts } from '../../domain/vacancy.ts'
import { fromText, withEvidence, type Enricher, type EnrichContext } from '../enricher.ts'
import { Cue } from '../text/cue.ts'
import { isOfAnother } from '../text/whose.ts'

const always = (_context: EnrichContext, _unit: number, _m: RegExpExecArray): boolean => true

const ABOUT_OTHERS: ReadonlySet<string> = new Set(['over-ons', 'procedure'])
const PROCEDURE: ReadonlySet<string> = new Set(['procedure'])

/** The first piece where a cue stands and holds. */
function find(context: EnrichContext, cue: Cue, skip = ABOUT_OTHERS, holds = always): Evidence | undefined {
  const { units } = context
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as EnrichContext['title']
    if (!cue.mayStand(unit) || skip.has(unit.section)) continue
    const m = cue.exec(unit)
    if (m !== null && holds(context, i, m)) return fromText(unit, m.index, m.index + m[0].length)
  }
  return undefined
}

const NONE: ReadonlySet<string> = new Set()
const PERMANENT = new Cue(
  'vast vaste onbepaalde permanent',
  /\b(?:vast contract(?! in het vooruitzicht)|vaste aanstelling|vast dienstverband|vaste baan|vaste dienst|onbepaalde (?:tijd|duur)|direct vast|vaste job|dienstverband: vast|permanent (?:contract|position|job))\b|^\W*vast\W*$/,
  /\b(?:uitzicht op|vooruitzicht|of tijdelijke?|kans op|mogelijk(?:heid)? (?:op|tot)|mogelijkheid|mogelijkheden|daarna|na een jaar|op termijn|zicht op|optie|intentie|bij goed functioneren|beloond|verdien je een|omgezet|omzetten|uiteindelijk|later|eventueel)\b/
)
const TEMPORARY = new Cue(
  'eerste instantie eerst temporary jaarcontract startcontract contract seizoen* verlofvervanging vervanging schooljaar fixed temporary verlenging aanstelling baan functie vacature bepaalde tijdelijk* uitzicht zwangerschapsvervanging ziektevervanging duur contractduur dienstverband vooruitzicht interim interimcontract interimjob interimbasis interimarbeid',
  /\b(?:jaarcontract|vast(?:e)? (?:contract|dienstverband|aanstelling) in het vooruitzicht|interim met optie|interim(?:contract|job|basis|arbeid)|startcontract|contract voor (?:de duur van )?(?:een|1) jaar|bepaalde (?:tijd|duur)|tijdelijk(?:e)? (?:contract|aanstelling|dienstverband|functie|baan|dienst|vacature)|uitzicht op (?:een )?vast|(?:zwangerschaps|ziekte|verlof)vervanging|vervanging (?:wegens|vanwege|tot)|voor de duur van|(?:contract|aanstelling|dienstverband|baan|functie|vacature) (?:voor|van) (?:in eerste instantie |eerst )?(?:een |een half |half |1 |anderhalf |twee |2 |zes |6 |zeven |7 |acht |8 )(?:jaar|maanden|schooljaar|seizoen)|seizoens(?:baan|werk|contract|functie)|voor (?:een|dit|het) (?:schooljaar|seizoen)|tijdelijk(?:,| voor| met| tot)|tijdelijk werk|(?:eerst|in eerste instantie|vooralsnog|voorlopig) tijdelijk|(?:contract|aanstelling|dienstverband|functie|baan) is (?:eerst )?tijdelijk|in eerste instantie (?:[a-z]+ )?(?:voor )?(?:een periode van )?(?:een|1|een half|half|zes|6) (?:jaar|maanden)|(?<=\()duur:? (?:een|1|2|twee|\d+) (?:jaar|maanden)(?=\))|(?:contract|aanstelling|dienstverband) duurt (?:een|1|2|twee|zes|6|\d+)|(?:contract|aanstelling|dienstverband) (?:dat )?(?:loopt )?tot (?:en met|eind|1|\d|de zomer|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|contract of (?:one|two|1|2|six|6|\d+) (?:years?|months)|temporary (?:basis|role|assignment|employment)|verlenging mogelijk|fixed term|temporary (?:contract|position|job)|one year contract|contractduur:? (?:een|1|2|twee|\d+) (?:jaar|maanden)|contract van (?:zes|zeven|acht|twaalf|6|7|8|12) maanden|dienstverband van (?:een|1) jaar)\b/,
  /\bvaste? (?:of|en|\/) tijdelijk/
)
const N = '(?:een|anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|half|\\d{1,2})'
/** The length of a contract names it temporary: "detachering voor 12 maanden", "eerst zes maanden", "contract for one year". */
const LENGTH = new Cue(
  'contract overeenkomst contractduur zwangerschap* aanvankelijk vooralsnog voorlopig arbeidsovereenkomst eerste opdracht vervanging vervang vervangt functie uur year years detachering eerst tijdelijke tijdelijk formatie month months year years jaar maanden halfjaarcontract jaarcontract',
  new RegExp(
    `\\b(?:tijdelijke (?:klus|formatie|opdracht|uitbreiding|plaatsing|plek|periode|inzet|job)|(?:half)?jaarcontract|detachering (?:voor|van) (?:een )?${N} (?:jaar|maanden)|contract\\b[^.;,]{0,40}\\b(?:voor|van) (?:de duur van |minimaal |eerst )?(?:een )?${N} (?:jaar|maanden|weken)(?! (?:oud|ervaring))|eerst (?:voor )?(?:een )?${N} (?:jaar|maanden)(?=\\s*(?:$|[,.;:()]|(?:daarna|dan|met|en|bij|vast)\\b))|contract (?:for|of) (?:a|one|two|three|six|seven|eight|nine|twelve|\\d{1,2}) (?:years?|months?)|(?:a|one|two|three|six|seven|eight|nine|twelve|\\d{1,2})[ -](?:month|year) contract|${N} maanden contract|(?:de )?eerste (?:${N} )?(?:jaar|maanden|maand) (?:is )?(?:tijdelijk|op proef)|(?:eerste )?contract:? (?:eerst )?(?:voor )?(?:een|1|${N}) (?:jaar|maanden)|contract\\b[^.;]{0,40}\\bfor (?:a|one|two|three|six|twelve|\\d{1,2}) (?:years?|months?)|(?:functie|baan|opdracht|uur|contract|aanstelling|plek)\\b(?:(?!reage|sollicit|aanmeld|inschrij|geldig)[^.;]){0,45}\\btot (?:en met |eind |uiterlijk )?(?:\\d{1,2} )?(?:januari |februari |maart |april |mei |juni |juli |augustus |september |oktober |november |december )?20\\d\\d|vervanging duurt|(?:(?:vervang|vervangt) (?:je|u|jij)|(?:je|u|jij) vervangt) (?:onze|een) collega|tijdelijk voor ${N} (?:maanden|jaar)|(?:aanvankelijk|vooralsnog|voorlopig|in eerste instantie|arbeidsovereenkomst) (?:voor |van )(?:de duur van )?${N} (?:jaar|maanden)|(?:vanwege|wegens|in verband met) (?:het |haar |een )?zwangerschap[a-z]*|contract: (?:six|seven|twelve|\\d{1,2}) months|(?:position|job|role|appointment) for (?:a|one|two|three|six|twelve|\\d{1,2}) (?:years?|months?)|(?:tijdelijke|eerste) overeenkomst|overeenkomst (?:voor|van) (?:de duur van )?(?:een |1 )?${N}? ?(?:jaar|maanden)|contract\\b[^.;,]{0,25}\\b(?:hele|komende) (?:schooljaar|seizoen))\\b`
  ),
  /\bna (?:de |een )?(?:eerste? )?(?:jaarcontract|tijdelijke)/
)
/** "Een jaar, met uitzicht op verlenging", "eerst een jaar op proef", "dienstverband: 1 jaar", "1 jaar m.u.o.v.". */
const FOR_A_TIME = new Cue(
  'benoeming leerarbeidsovereenkomst leerwerkovereenkomst leerovereenkomst vervangingscontract m verlenging uitzicht proef dienstverband contract aanstelling leerwerkplek',
  new RegExp(
    `\\btijdelijke benoeming|\\bvervangingscontract|\\bleer(?:arbeids|werk)?overeenkomst|\\bm\\.?u\\.?o\\.?v(?![a-z])|\\b(?:jaar|maanden),? met (?:de |een )?(?:uitzicht\\b|(?:kans op |optie op |optie tot )?verlenging)|\\b(?:een|1|half) jaar op proef|^\\W*(?:dienstverband|contract|aanstelling)\\s*: ?${N} (?:jaar|maanden)|\\bleerwerkplek (?:van|voor) (?:een )?(?:half )?(?:jaar|${N} maanden)|\\bcontract tot (?:en met )?\\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)`
  )
)
/** "Meteen vast", "vast, 40 uur", "een baan zonder einddatum". */
const FOR_GOOD = new Cue(
  'vast einddatum',
  /^\W*vast,|\b(?:direct|meteen|gelijk) vast(?=\s*(?:$|[.,;!)]))|\bvast werk(?=\s*(?:$|[.,;!(]|voor\b|met\b|en\b))|\bzonder einddatum\b/,
  /\b(?:geen|uitzicht op|kans op|zicht op|daarna|dan|na een|op termijn|later)\b/
)
const APPRENTICE = new Cue(
  'leerwerkplek leer bbl leerbaan werkend',
  /\b(?:leerwerkplek|leer werkplek|bbl(?: traject| opleiding)?|leerbaan|werkend leren)\b/,
  /\b(?:begeleid|begeleiden|studenten|leerlingen|ook)\b/
)
const VOLUNTEER = new Cue(
  'vrijwilligersfunctie vrijwilligerswerk vrijwilliger onbetaalde',
  /\b(?:vrijwilligersfunctie|(?:is|gaat om|betreft|dit) vrijwilligerswerk|^vrijwilligerswerk|als vrijwilliger|onbetaalde functie)\b/,
  /\b(?:aansturen|begeleid\w*|samen met|coordin\w*|team van|vrijwilligers|werktijd|kun je)\b/
)
const INTERN = new Cue(
  'stageplek stageplaats afstudeerstage meewerkstage stagevergoeding stage',
  /\b(?:stageplek|stageplaats|afstudeerstage|meewerkstage|stagevergoeding|stage lopen bij)\b/,
  /\b(?:begeleid\w*|stagiair\w*)\b/
)
const ZZP = new Cue(
  "zzp zzp'er freelance zelfstandige interim",
  /\b(?:zzp opdracht|als zzp'er|freelance opdracht|zelfstandige zonder personeel|op zzp basis|interim opdracht)\b/,
  /\b(?:loondienst|geen zzp|niet als)\b/
)

function contractOf(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  const permanent = find(context, PERMANENT, NONE) ?? find(context, FOR_GOOD)
  const temporary = find(context, TEMPORARY, NONE) ?? find(context, LENGTH) ?? find(context, FOR_A_TIME)
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
  const contract = {
    term: temporary !== undefined ? ('B' as const) : permanent !== undefined ? ('O' as const) : null,
    kind: v.contract.kind ?? titled ?? kindCue?.kind ?? null,
    selfEmployed: v.contract.selfEmployed ?? (zzp === undefined ? null : true)
  }
  const evidence = temporary ?? permanent ?? kindCue?.at ?? zzp
  return { contract, ...(evidence === undefined ? {} : { evidence: withEvidence(v, 'contract', evidence) }) }
}

const NOT_HOME = new Cue(
  'thuiswerk* thuis locatie hybride werklocatie fysiek',
  /\b(?:thuiswerken (?:is )?(?:niet|kan niet)|niet (?:vanuit )?thuis ?werken|geen thuiswerk(?:en)?|volledig op locatie|(?:uitsluitend|werken (?:kan )?alleen|kan alleen|werk je alleen) op locatie|altijd op locatie|aanwezigheid op locatie|hybride werken (?:is )?(?:niet mogelijk|mogelijk: nee)|thuiswerken mogelijk: nee|werklocatie: (?:fysiek|op locatie)|fysiek op (?:kantoor|locatie)|niet (?:geschikt )?om thuis (?:te|uit te))\b/
)
const FULL_HOME = new Cue(
  'volledig geheel huis remote thuis* afstand waar kantoor home',
  /\b(?:volledig (?:thuis|remote|vanuit huis)|100 ?% (?:remote|thuis)|geheel vanuit huis|je werkt (?:altijd |volledig )?vanuit huis|^\W{0,3}vanuit huis (?:werk|bel|help|beantwoord|doe|verwerk) je|werk je volledig thuis|fully remote|100% remote|werk(?:t|en)? (?:gewoon )?waar je wilt|(?:fully|completely) from home|work from home full time|heb(?:ben)? (?:wij |we )?(?:geen|niet eens een) kantoor(?! (?:vol|met|waar|aan|dat|voor))|(?:volledig|geheel|altijd) op afstand|volledig thuiswerk\w*|werk\w* [^.;]{0,15}altijd thuis|je werkt thuis(?! of| en)|vanuit je eigen huis|thuiswerk(?:baan|functie))\b/,
  /\bniet volledig\b/
)
const SOME_HOME = new Cue(
  'hybride hybrid thuis* huis rest home waar afstand telewerk*',
  /\b(?:hybride?|hybrid|deels thuis|gedeeltelijk thuis|(?:deels|gedeeltelijk) op afstand|telewerk\w*|half thuis|grotendeels thuis|dag(?:en)? (?:per|in de) week werk je (?:thuis|vanuit huis)|thuiswerken|thuis te werken|thuis werken|dagen? thuis|dag(?:en)? (?:per week|in de week|p\/w) (?:thuis|vanuit huis)|de rest (?:van de (?:week|tijd) )?(?:thuis|vanuit huis)|thuiswerkdag\w*|thuiswerkvergoeding|thuiswerkplek|vanuit huis(?! (?:rijd|vertrek|start|ga|reis))|(?:op kantoor als|kantoor (?:en|of)) thuis|thuis(?:,| of| en) (?:deels )?(?:op )?(?:het )?kantoor|(?:werk\w*|flexibel)[^.;]{0,25}\book (?:vanuit )?thuis|collega's zitten (?:allemaal |gewoon )?thuis|(?:mag|kun|kan) je (?:zitten|werken|zitten \(of staan\)) waar je wilt|(?:work|days?|working|or|week|partly) (?:from|at) home)\b/,
  /\b(?:geen thuiswerk\w*|thuiswerken (?:is|kan) niet|(?:start|starten|begin|begint|beginnen|vertrek|vertrekt|rijd|rijdt|rijden|bus|servicebus|werkbus|bestelbus)\b(?:(?!laptop|computer|scherm)[^.;]){0,45}\bvanuit huis|vanuit huis (?:naar|of vanuit (?:de|onze|een)|met (?:de|je|jouw|een) (?:eigen )?\w*(?:bus|auto))|hybride (?:auto|auto's|cloud|motor\w*|aandrijving|fiets|rassen|voertuig\w*|systemen|warmtepomp\w*))\b/
)

/** "Thuiswerken? Nee, dat kan hier niet.": a question is answered by the next sentence. */
const REFUSES = /^\W*(?:nee|helaas|dat kan (?:hier |bij ons )?niet|niet)\b/
const isAsked = (folded: string): boolean => /\?\s*$/.test(folded)

/** What others do at home is nothing the reader may. */
const isOfReader = (context: EnrichContext, i: number, m: RegExpExecArray): boolean =>
  !isOfAnother(context.units[i] as EnrichContext['title'], m.index, m.index + m[0].length, context.title.folded)
/** "Thuiswerken? Nee." */
const ASKED_HOME = new Cue('thuiswerken', /\bthuiswerken\b/)
const isRefused = (context: EnrichContext, i: number): boolean =>
  isAsked((context.units[i] as EnrichContext['title']).folded) && REFUSES.test(context.units[i + 1]?.folded ?? '')

function remoteOf(v: VacancyFacts, context: EnrichContext): Partial<VacancyFacts> {
  const refused = find(context, ASKED_HOME, PROCEDURE, isRefused)
  if (refused !== undefined) return { remote: 'none', evidence: withEvidence(v, 'remote', refused) }
  for (const [remote, cue] of [
    ['none', NOT_HOME],
    ['full', FULL_HOME],
    ['hybrid', SOME_HOME]
  ] as const) {
    const at = find(context, cue, PROCEDURE, isOfReader)
    if (at !== undefined) return { remote, evidence: withEvidence(v, 'remote', at) }
  }
  return {}
}

/** Contract and home working, as the text has them. */
export const terms: Enricher = {
  id: 'terms',
  order: 40,
  enrich(v, context) {
    const contract = contractOf(v, context)
    return { ...contract, ...remoteOf({ ...v, ...contract }, context) }
  }
}
