import { Cue } from './cue.ts'
import type { Unit } from './units.ts'

/** "In de avonden en in het weekend gesloten", "in het weekend zijn we dicht", "doen we niets": nobody works then. */
export const CLOSED =
  /^(?:(?!\b(?:open|geopend|maandag|dinsdag|woensdag|donderdag|vrijdag)\b)[^.;:!?]){0,45}?\b(?:gesloten|(?<! uur )dicht|(?<!\d (?:dagen )?)vrij|closed|doen (?:we|wij) niets|(?:werken|bellen|draaien) (?:we|wij) niet)\b/
/** Hours of a course the worker is given are no working hours: "we leiden je op, op zaterdagochtend". */
export const TRAINING =
  /\b(?:leiden (?:we|wij) je\b.{0,40}\bop\b|leid(?:t|en) je op|je (?:volgt|krijgt)\b.{0,40}\b(?:cursus|training|opleiding|les|lessen)|opleidingsdag\w*|cursusdag\w*|lesdag\w*|schooldag\w*)\b/

const OPEN = new Cue(
  'open geopend',
  /\b(?:open|geopend)\b[^.;]{0,30}\b(?:op werkdagen|(?:van )?maandag (?:tot en met|t\/m|tot) vrijdag)\b(?:[^.;]{0,12}?\b(\d{1,2})(?:[.:]\d{2})?\s*(?:uur )?(?:tot|en|-)\s*(\d{1,2})(?:[.:](\d{2}))?)?/
)
const LATEST = 18.5

/** "We zijn open op werkdagen van 9.00 tot 16.00 uur": no work in the evening, the night or the weekend. Undefined unless it closes by half past six. */
export function openByDay(unit: Unit): RegExpExecArray | undefined {
  const m = OPEN.exec(unit)
  if (m?.[2] === undefined) return undefined
  return Number(m[2]) + Number(m[3] ?? 0) / 60 <= LATEST ? m : undefined
}
