import type { Dimensie } from '../../domain/dimensie.ts'

/**
 * Named answers of the dimensions without a unit: the highest FML level at which work with this answer can still be
 * done; -1 = asks more than the norm. `yes` is a plain yes (`true`), `no` a plain no (`false`); dimensions that are not
 * listed use BURDEN. On a ladder of more levels a plain yes settles nothing and is left out: how high, how much?
 * Names of levels: catalogue, edition `referentie`.
 */
export const ANSWERS: Partial<Record<Dimensie, Readonly<Record<string, number>>>> = {
  aandacht_verdelen: { 'veel-bronnen': 0, 'weinig-bronnen': 1, 'een-bron': 2, no: 2 },
  herinneren: { onthouden: 0, noteren: 1, no: 2 },
  handelingstempo: { normaal: 0, vertraagd: 1, yes: 0, no: 1 },
  conflicten: { persoonlijk: 0, 'telefonisch-schriftelijk': 1, geen: 2, no: 2 },
  samenwerken: { team: 0, deeltaak: 1, alleen: 2, no: 2 },
  // Needs: work must offer it, so a plain yes fits and a plain no does not (`fml.md` 5).
  voorspelbaarheid: { yes: 1, no: 0 },
  zelfstandigheid_structuur: { vrij: 0, 'vaste-werkwijzen': 1, voorgestructureerd: 2, no: 0 },
  begeleiding: { yes: 1, no: 0 },
  houdingsafwisseling: { yes: 1, no: 0 },
  klimmen: { dak: -1, steiger: -1, ladder: 0, huishoudtrap: 1, opstapje: 2, geen: 3, no: 3 },
  trappen: { 'twee-trappen': 0, trap: 1, 'trap-op-of-af': 2, bordestrap: 3, no: 3 },
  knielen: { no: 2 }
}

/** A burden with levels 0 and 1: work that has it can be done at the norm only. */
export const BURDEN: Readonly<Record<string, number>> = { yes: 0, no: 1 }

/** Dimensions the work must offer: more of it is better. Fall-back on others is asked under `solitair_werk`, a burden by name. */
export const NEEDS: ReadonlySet<Dimensie> = new Set(['voorspelbaarheid', 'zelfstandigheid_structuur', 'begeleiding', 'houdingsafwisseling'])

/** Which answers settle one choice of a `keuze` dimension: `over` conflicts, `edge` must be weighed, `fits` fits. */
export interface Choice {
  readonly over: readonly string[]
  readonly edge: readonly string[]
  readonly fits: readonly string[]
}

/**
 * 6.1: level 1 "not every evening", level 2 "not at night". An evening now and then is an edge for somebody who cannot
 * every evening. 3.1: level 1 heat, level 2 cold; a stated temperature is compared in `judge.ts`.
 */
export const CHOICES: Partial<Record<Dimensie, Readonly<Record<number, Choice>>>> = {
  etmaal: {
    1: { over: ['elke-avond'], edge: ['avond'], fits: ['geen-avond', 'dag', 'no'] },
    2: { over: ['nacht'], edge: [], fits: ['geen-nacht', 'dag', 'no'] }
  },
  temperatuur: {
    1: { over: ['hitte'], edge: [], fits: ['geen-hitte', 'no'] },
    2: { over: ['koude'], edge: [], fits: ['geen-koude', 'no'] }
  }
}
