/**
 * Own texts with what they state of the parts of the day and of regular times: `day`, `regular`, both, or `-` for nothing. By day
 * is stated only where the whole text names no other time.
 */
export const DAY_HOURS: ReadonlyArray<readonly [string, string]> = [
  ['Je werkt van maandag tot en met vrijdag van 8.00 tot 16.30 uur.', 'day regular'],
  ['38u/week: van maandag tot en met donderdag van 08u00 tot 17u00.', 'day regular'],
  ['Je werkt fulltime in de dagdienst van 07:00 tot 15:30.', 'day'],
  ['Werkschema:\n* Dagdienst', 'day'],
  ['Je bent 36 uur per week beschikbaar in dagdienst.', 'day'],
  ['Je werkt van maandag tot en met vrijdag van 8.00 tot 16.30 uur.\nSoms werk je op zaterdag.', 'day'],
  ['Je werkt van 8.00 tot 16.30 uur.\nEens per maand heb je een late dienst.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nPiketdiensten horen erbij.', '-'],
  ['Je werkt van 7.00 tot 15.00 uur of van 15.00 tot 23.00 uur.', '-'],
  ['Je begint in dagdienst, later draai je ploegen.', '-'],
  ['Wij zijn van maandag tot en met vrijdag van 8.30 tot 17.00 uur bereikbaar.', '-'],
  ['De training is op maandag van 9.00 tot 16.00 uur.', '-'],
  ['Dagdienst of avonddienst, dat kies je zelf.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nOnze fabriek draait 24/7 en jij draait mee.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nSoms werk je buiten kantooruren.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nJe bent 24 uur per dag oproepbaar.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nOok 24-uursdiensten horen erbij.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nJe slaapt een keer per week op locatie.', '-'],
  ['Over ons\nWij draaien in ploegen, ook in de nacht.\nDe functie\nJe werkt van 8.00 tot 16.30 uur.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nSolliciteren\nIn het hoogseizoen werk je ook in de avond.', '-'],
  ['Je werkt van 8.00 tot 16.30 uur.\nAndere functies die je erbij doet\nJe staat ook op de nachtlijst.', '-'],
  ['Je werkt van maandag tot en met donderdag, tussen 8.00 en 16.30 uur.', 'day'],
  ['Je werkt 24 uur per week, van 8.00 tot 16.30 uur.', 'day']
]

/** What a role says and a condition does not: text, and whether leadership is stated. */
export const ROLES: ReadonlyArray<readonly [string, boolean]> = [
  ['Als teamleider geef je leiding aan het team.', true],
  ['Als je teamleider bent, geef je leiding aan het team.', false],
  ['Als het druk is geef je leiding aan de ploeg.', false]
]

/** Menus of a page say nothing of the work; a sentence with names does. */
export const MENUS: ReadonlyArray<readonly [string, string, boolean]> = [
  ['Werken bij Ons Verhalen Agenda Berichten Pers', 'persoonlijk_risico', false],
  ['Nieuws Berichten Agenda Instellingen Schrijf je in', 'toetsenbord_uur_dag', false],
  ['Je schrijft berichten voor Stichting De Linde.', 'toetsenbord_uur_dag', true]
]
