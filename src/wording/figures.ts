import { DimensieSchema } from '../domain/dimensie.ts'
import type { BarReason } from '../domain/reason.ts'
import { dimensieLabel } from '../reference/fml/questions.ts'
import { counted, dutchDay, dutchDuration, dutchNumber } from '../reference/numbers.ts'
import { certificateNames, fieldNames, languageNames, licenceNames } from './codes.ts'

type Figures = BarReason['figures']

const text = (f: Figures, key: string): string | undefined => (typeof f[key] === 'string' && f[key] !== '' ? f[key] : undefined)
const number = (f: Figures, key: string): number | undefined => (typeof f[key] === 'number' ? f[key] : undefined)
const sentence = (...parts: ReadonlyArray<string | undefined>): string | undefined => {
  const said = parts.filter(p => p !== undefined)
  return said.length === 0 ? undefined : `${said.join('; ')}.`
}
const named = (name: string, value: string | undefined): string | undefined => (value === undefined ? undefined : `${name}: ${value}`)

/** A figure that is there, in words. */
const read = (f: Figures, key: string, words: (value: string) => string): string | undefined => {
  const value = text(f, key)
  return value === undefined ? undefined : words(value)
}

const MODE: Readonly<Record<string, string>> = { auto: 'met de auto', ov: 'met het openbaar vervoer', fiets: 'op de fiets', lopen: 'lopend' }
const STATUS: Readonly<Record<string, string>> = { open: 'open', missed: 'niet in de laatste levering', expired: 'verlopen', closed: 'gesloten' }
const KIND: Readonly<Record<string, string>> = {
  '01': 'gewone baan',
  '02': 'leerbaan',
  '03': 'vrijwilligerswerk',
  '04': 'werkervaringsplaats',
  S: 'stage'
}

function travelled(f: Figures): string | undefined {
  const [km, minutes, mode] = [number(f, 'km'), number(f, 'minutes'), text(f, 'mode')]
  if (km === undefined) return undefined
  const estimate = minutes === undefined ? '' : `, ${MODE[mode ?? ''] ?? ''} naar schatting ${dutchDuration(minutes)}`
  return `${dutchNumber(km)} km van ${text(f, 'home') ?? 'huis'} naar ${text(f, 'place') ?? 'het werk'}${estimate}`
}

function reach(f: Figures): string | undefined {
  const [km, minutes] = [number(f, 'maxKm'), number(f, 'maxMinutes')]
  const most = [km === undefined ? [] : `${dutchNumber(km)} km`, minutes === undefined ? [] : dutchDuration(minutes)].flat()
  return most.length === 0 ? undefined : `de kandidaat reist hoogstens ${most.join(' en ')}`
}

function home(code: string): string | undefined {
  if (code === 'reis.woonplaats-onbekend') return 'vul bij de kandidaat een plaats of postcode in'
  return code === 'reis.woonplaats-niet-gevonden' ? 'vul bij de kandidaat een plaats met provincie in, of een postcode die bestaat' : undefined
}

const said = (name: string, value: unknown): string | undefined => (typeof value === 'boolean' ? `${name} ${value ? 'wel' : 'niet'}` : undefined)

/** Per criterion, the figures of one of its bars as a sentence. The first part of a code says whose figures they are. */
const WORDS: Readonly<Record<string, (f: Figures, code: string) => string | undefined>> = {
  vacature: f => sentence(named('stand', STATUS[text(f, 'status') ?? '']), named('sluit op', read(f, 'closesAt', dutchDay))),
  capaciteit: f => sentence(named('document van', read(f, 'document', dutchDay))),
  profiel: f => {
    const texts = number(f, 'texts') ?? 0
    return sentence(named('ontbreekt', text(f, 'missing')), texts === 0 ? undefined : `${counted(texts, 'toelichting', 'toelichtingen')} van de arts open`)
  },
  load: f => {
    const dimensies = (text(f, 'dimensies') ?? '').split(', ').flatMap(d => DimensieSchema.safeParse(d).data ?? [])
    return sentence(
      dimensies.length === 0 ? undefined : `het gaat om ${[...new Set(dimensies.map(dimensieLabel))].join(', ')}`,
      f['conflict'] === true ? 'de vacature spreekt zichzelf hierin tegen; het zwaarste telt' : undefined
    )
  },
  uren: f => sentence(named('past vanaf', read(f, 'fitsFrom', dutchDay))),
  dagdelen: f =>
    sentence(said('avond', f['evening']), said('nacht', f['night']), said('weekend', f['weekend']), f['office'] === true ? 'kantooruren' : undefined),
  opleiding: f => sentence(named('gevraagd', text(f, 'asked')), named('kandidaat', text(f, 'own'))),
  diploma: f =>
    sentence(
      named('gevraagd', read(f, 'fields', fieldNames)),
      f['strict'] === false ? 'ervaring mag misschien ook' : undefined,
      f['open'] === true ? 'een vergelijkbare opleiding mag misschien ook' : undefined
    ),
  rijbewijs: f => sentence(named('gevraagd', read(f, 'asked', licenceNames)), named('ontbreekt', read(f, 'missing', licenceNames))),
  certificaat: f => sentence(named('ontbreekt', read(f, 'missing', certificateNames))),
  taal: f => sentence(named('gevraagd', read(f, 'asked', languageNames)), named('kandidaat', read(f, 'own', languageNames))),
  reis: (f, code) => (code === 'reis.thuis' ? undefined : sentence(home(code), travelled(f), reach(f))),
  dienstverband: f =>
    sentence(
      named('soort', KIND[text(f, 'kind') ?? '']),
      read(f, 'term', term => (term === 'O' ? 'vast' : 'tijdelijk')),
      f['selfEmployed'] === true ? 'als zzp’er' : undefined
    )
}

/** The figures behind a bar as one Dutch sentence; undefined when there is nothing to say. */
export function figuresSentence({ code, figures }: Pick<BarReason, 'code' | 'figures'>): string | undefined {
  const found = WORDS[code.split('.')[0] ?? '']?.(figures, code)
  return found === undefined ? undefined : found.slice(0, 1).toUpperCase() + found.slice(1)
}
