import { DimensieSchema } from '../domain/dimensie.ts'
import { dimensieLabel } from '../reference/fml/questions.ts'

const NAMES: Readonly<Record<string, string>> = {
  beschikbaar: 'vacature open',
  benutbaar: 'benutbare mogelijkheden',
  'profiel.leeg': 'profiel is leeg',
  'profiel.geen-document': 'geen geldig document',
  'profiel.toelichting': 'toelichting van de arts',
  'belasting.boven-norm': 'zwaarder dan gewoon werk',
  'uren.week': 'uren per week',
  'uren.dag': 'uren per dag',
  'dagdelen.avond': 'avond',
  'dagdelen.nacht': 'nacht',
  'dagdelen.weekend': 'weekend',
  opleiding: 'opleiding',
  'opleiding.vermeld': 'gevraagde opleiding',
  diploma: 'diploma',
  rijbewijs: 'rijbewijs',
  certificaten: 'certificaten',
  'certificaten.vog': 'VOG',
  taal: 'taal',
  reisafstand: 'reisafstand',
  dienstverband: 'dienstverband'
}

/** What a bar is called on a screen: `belasting.tillen_kg.1` is "tillen". Undefined for a bar nobody named. */
export function barName(bar: string): string | undefined {
  const dimensie = DimensieSchema.safeParse(/^belasting\.([^.]+)\./.exec(bar)?.[1])
  return dimensie.success ? dimensieLabel(dimensie.data) : NAMES[bar]
}

/** Why a bar stands as it does, in a few words behind its name. */
const WHY: Readonly<Record<string, string>> = {
  'vacature.open': 'staat open',
  'vacature.gesloten': 'is gesloten',
  'capaciteit.geen-benutbare-mogelijkheden': 'zijn er nu niet',
  'profiel.leeg': 'vul het profiel in',
  'profiel.geen-document': 'voeg een document toe',
  'profiel.toelichting': 'nog niet verwerkt',
  'load.past': 'past',
  'load.overschrijding': 'over de grens',
  'load.signaal': 'misschien te veel',
  'load.verwacht': 'past naar verwachting',
  'load.verwant': 'alleen iets vergelijkbaars bekend',
  'load.niet-te-vergelijken': 'een mens moet vergelijken',
  'load.onbekend': 'niet bekend',
  'load.binnen-norm': 'niets bijzonders',
  'load.boven-norm': 'wegen',
  'uren.past': 'past',
  'uren.te-veel': 'te veel',
  'uren.niet-vermeld': 'niet vermeld',
  'uren.later': 'past pas later',
  'uren.rand': 'net te veel',
  'uren.dag-niet-vermeld': 'niet vermeld',
  'uren.dag-te-lang': 'te lang',
  'uren.dag-uit-week': 'berekend uit de week',
  'dagdelen.past': 'past',
  'dagdelen.kan-niet': 'kan de kandidaat niet',
  'dagdelen.niet-vermeld': 'niet vermeld',
  'opleiding.past': 'past',
  'opleiding.vermeld': 'vermeld',
  'opleiding.niet-vermeld': 'niet vermeld',
  'opleiding.te-laag': 'te laag',
  'opleiding.kandidaat-onbekend': 'van de kandidaat niet bekend',
  'opleiding.gelijkwaardig': 'telt ervaring ook?',
  'diploma.past': 'past',
  'diploma.ontbreekt': 'ontbreekt',
  'diploma.kandidaat-onbekend': 'van de kandidaat niet bekend',
  'diploma.gelijkwaardig': 'mag een ander diploma?',
  'rijbewijs.past': 'past',
  'rijbewijs.ontbreekt': 'ontbreekt',
  'rijbewijs.kandidaat-onbekend': 'van de kandidaat niet bekend',
  'rijbewijs.navragen': 'navragen',
  'certificaat.past': 'past',
  'certificaat.ontbreekt': 'ontbreekt',
  'certificaat.te-regelen': 'nog te regelen',
  'taal.past': 'past',
  'taal.te-laag': 'te laag',
  'taal.navragen': 'navragen',
  'reis.past': 'past',
  'reis.thuis': 'helemaal thuis',
  'reis.te-ver': 'te ver',
  'reis.rand': 'misschien te ver',
  'reis.woonplaats-onbekend': 'woonplaats niet ingevuld',
  'reis.woonplaats-niet-gevonden': 'woonplaats niet gevonden',
  'reis.werkplek-onbekend': 'werkplek niet bekend',
  'dienstverband.past': 'past',
  'dienstverband.geen-loondienst': 'geen gewone baan'
}

/** The words of a reason code; undefined for one nobody wrote words for. */
export const whyWords = (code: string): string | undefined => WHY[code]

/** A bar and why, as in a list: "reisafstand: te ver". */
export const barLine = ({ bar, code }: { readonly bar: string; readonly code: string }): string => `${barName(bar) ?? bar}: ${whyWords(code) ?? code}`
