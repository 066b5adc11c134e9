import type { RunState } from '../domain/import.ts'

/** How far a run is, or how it ended, in a word. */
export const RUN_STATES: Readonly<Record<RunState, string>> = {
  wait: 'wacht',
  receive: 'ontvangt',
  decode: 'leest het bestand',
  check: 'controleert',
  stage: 'leest de vacatures',
  guard: 'vergelijkt met de vorige keer',
  switched: 'overgenomen',
  unchanged: 'niets veranderd',
  held: 'aangehouden',
  failed: 'mislukt',
  skipped: 'overgeslagen'
}
