/** One figure of a survey that says something of one of our dimensions; `sign` -1 = more of it is less load. */
export interface Measure {
  readonly dim: string
  /** Element id of O*NET with its scale, or a word pattern in the text of an ORS estimate. */
  readonly element: string
  readonly scale: 'LV' | 'CX'
  readonly sign: 1 | -1
}

const level = (dim: string, ...elements: readonly string[]): readonly Measure[] => elements.map(element => ({ dim, element, scale: 'LV', sign: 1 }))
const context = (dim: string, ...elements: readonly string[]): readonly Measure[] => elements.map(element => ({ dim, element, scale: 'CX', sign: 1 }))

/** Elements of the O*NET content model by id: abilities and activities on their level scale, work context on its own. */
export const ONET_MEASURES: readonly Measure[] = [
  ...level('tillen', '1.A.3.a.1', '4.A.3.a.2'),
  ...level('duwen', '1.A.3.a.4'),
  ...level('lopen', '1.A.3.b.1'),
  ...level('handen', '1.A.2.a.2', '1.A.2.a.3'),
  ...level('toetsenbord', '4.A.3.b.1'),
  ...level('rijden', '4.A.3.a.4'),
  ...level('aandacht', '1.A.1.g.1'),
  ...level('verdelen', '1.A.1.g.2'),
  ...level('klant', '4.A.4.a.8'),
  ...level('zorg', '4.A.4.a.5'),
  ...level('conflict', '4.A.4.a.7'),
  ...level('leiding', '4.A.4.b.4'),
  ...context('zitten', '4.C.2.d.1.a'),
  ...context('staan', '4.C.2.d.1.b'),
  ...context('klimmen', '4.C.2.d.1.c'),
  ...context('lopen', '4.C.2.d.1.d'),
  ...context('knielen', '4.C.2.d.1.e'),
  ...context('handen', '4.C.2.d.1.g', '4.C.2.d.1.i'),
  ...context('buigen', '4.C.2.d.1.h'),
  ...context('geluid', '4.C.2.b.1.a'),
  ...context('hitte', '4.C.2.b.1.b'),
  ...context('koude', '4.C.2.b.1.b'),
  ...context('stof', '4.C.2.b.1.d'),
  ...context('huid', '4.C.2.b.1.d'),
  ...context('buiten', '4.C.2.a.1.c'),
  ...context('risico', '4.C.2.c.1.c', '4.C.2.c.1.d', '4.C.2.c.1.e'),
  ...context('deadlines', '4.C.3.d.1'),
  ...context('tempo', '4.C.3.d.3'),
  ...context('conflict', '4.C.1.d.1'),
  ...context('klant', '4.C.1.b.1.f'),
  ...context('samenwerken', '4.C.1.b.1.e'),
  ...context('zelfstandig', '4.C.3.a.4')
]

/** A requirement of the ORS by words in its category and estimate text. */
export interface OrsMeasure {
  readonly id: string
  readonly dim: string
  readonly words: readonly RegExp[]
  readonly sign: 1 | -1
}

const ors = (id: string, dim: string, sign: 1 | -1, ...words: readonly RegExp[]): OrsMeasure => ({ id, dim, sign, words })

/** Figures of the Occupational Requirements Survey; means and shares of workers, whose text differs between waves. */
export const ORS_MEASURES: readonly OrsMeasure[] = [
  ors('sitting', 'zitten', 1, /\bsit(?:ting)?\b/, /percent of (?:the )?(?:work ?)?day|hours/, /\bmean\b/),
  ors('standing', 'staan', 1, /\bstand/, /percent of (?:the )?(?:work ?)?day|hours/, /\bmean\b/),
  ors('strength', 'tillen', 1, /\bstrength\b|\bwork level\b/, /\b(?:medium|heavy)\b/),
  ors('weight', 'tillen', 1, /\b(?:lift|carry|weight)/, /\bpounds?\b/, /\bmean\b/),
  ors('no-kneeling', 'knielen', -1, /\bkneel|\blow postures?\b|\bcrouch/, /\bnot (?:required|present)\b|\bnever\b/),
  ors('no-overhead', 'bovenhands', -1, /\boverhead\b/, /\bnot (?:required|present)\b|\bnever\b/),
  ors('no-climbing', 'klimmen', -1, /\bclimb/, /\bladders?\b|\bscaffold/, /\bnot (?:required|present)\b|\bnever\b/),
  ors('no-keyboarding', 'toetsenbord', -1, /\bkeyboard/, /\bnot (?:required|present)\b|\bnever\b/),
  ors('no-driving', 'rijden', -1, /\bdriv/, /\bnot (?:required|present)\b|\bnever\b/),
  ors('no-outdoors', 'buiten', -1, /\boutdoors\b/, /\bnot (?:required|present|exposed)\b|\bnever\b/),
  ors('no-heat', 'hitte', -1, /\b(?:extreme )?heat\b/, /\bnot (?:required|present|exposed)\b|\bnever\b/),
  ors('no-cold', 'koude', -1, /\b(?:extreme )?cold\b/, /\bnot (?:required|present|exposed)\b|\bnever\b/),
  ors('no-contaminants', 'stof', -1, /\bcontaminants?\b/, /\bnot (?:required|present|exposed)\b|\bnever\b/),
  ors('quiet', 'geluid', -1, /\bnoise\b/, /\bquiet\b/)
]
