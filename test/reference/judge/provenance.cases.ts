import { band, CONFIRMED, judged, lift, says, settled, walk, WORDS, type JudgeCase } from '../judge-case.ts'
import { load } from '../../helpers/vacancy.ts'

const answer = { ...CONFIRMED, at: '2026-11-01' }

/** Expected load never gives past or overschrijding: `verwacht` within, `signaal` above. */
const expected: readonly JudgeCase[] = [
  judged('words: 8 kg, 6 an hour is within', lift(8, 6, WORDS), 1, 'verwacht'),
  judged('words: 20 kg is above', lift(20, 6, WORDS), 1, 'signaal'),
  judged('words: 20 kg is never above the norm, it is only expected', lift(20, 6, WORDS), 0, 'niets'),
  judged('words: "lifting" without a figure says nothing', says('tillen_kg', true, WORDS), 1, 'niets'),
  judged('words: no lifting is expected within', says('tillen_kg', false, WORDS), 1, 'verwacht'),
  judged('words: night work is weighed', says('etmaal', 'nacht', WORDS), 2, 'signaal'),
  judged('words: a team is weighed', says('samenwerken', 'team', WORDS), 1, 'signaal'),
  judged('words: noise is weighed', says('geluid', true, WORDS), 1, 'signaal'),
  judged('occupation: band 2 of lifting reaches level 1', band('tillen_kg', 2), 1, 'verwacht'),
  judged('occupation: band 2 of lifting is above level 2', band('tillen_kg', 2), 2, 'signaal'),
  judged('occupation: band 4 of lifting is above every level', band('tillen_kg', 4), 1, 'signaal'),
  judged('occupation: band 0 of lifting reaches the narrowest level', band('tillen_kg', 0), 3, 'verwacht'),
  judged('occupation: nothing at the norm', band('tillen_kg', 4), 0, 'niets'),
  judged('occupation: driving in band 1 is for a person to compare', band('beroepsmatig_vervoer', 1), 1, 'signaal'),
  judged('occupation: no driving', band('beroepsmatig_vervoer', 0), 1, 'verwacht'),
  judged('occupation: a dimension without a row, band 0', band('geluid', 0), 1, 'verwacht'),
  judged('occupation: a dimension without a row, band 1', band('geluid', 1), 1, 'signaal'),
  judged('occupation: heat in band 3', band('temperatuur', 3, { op: 'eq', value: 'hitte' }), 1, 'signaal'),
  judged('occupation: heat says nothing of cold', band('temperatuur', 3, { op: 'eq', value: 'hitte' }), 2, 'niets'),
  judged('occupation: heat in band 0', band('temperatuur', 0, { op: 'eq', value: 'hitte' }), 1, 'verwacht'),
  judged('occupation: a temperature without an answer says nothing', band('temperatuur', 3), 1, 'niets'),
  judged('occupation: predictable work in band 1', band('voorspelbaarheid', 1), 1, 'verwacht'),
  judged('occupation: changing work in band 3', band('voorspelbaarheid', 3), 1, 'signaal'),
  judged('occupation: free work in band 2 offers no structure', band('zelfstandigheid_structuur', 2), 1, 'signaal'),
  judged('occupation: conflicts in band 1 are for a person, at every level', band('conflicten', 1), 1, 'signaal')
]

/** An answer that has passed 24 months, or its own end, counts as expected. The day is 2026-11-24. */
const expired: readonly JudgeCase[] = [
  judged('answer of this month', lift(8, 6, answer), 1, 'past'),
  judged('answer of this month, too heavy', lift(20, 6, answer), 1, 'overschrijding'),
  judged('answer of exactly 24 months ago still counts', lift(8, 6, { ...CONFIRMED, at: '2024-11-24' }), 1, 'past'),
  judged('answer of 24 months and a day ago is only expected', lift(8, 6, { ...CONFIRMED, at: '2024-11-23' }), 1, 'verwacht'),
  judged('old answer, too heavy: weighed, no longer an exceedance', lift(20, 6, { ...CONFIRMED, at: '2024-11-23' }), 1, 'signaal'),
  judged('old answer above the norm says nothing there', lift(20, 6, { ...CONFIRMED, at: '2024-11-23' }), 0, 'niets'),
  judged('answer that holds until today', lift(8, 6, { ...answer, until: '2026-11-24' }), 1, 'past'),
  judged('answer that held until yesterday', lift(8, 6, { ...answer, until: '2026-11-23' }), 1, 'verwacht'),
  judged('settled level, expired: within', settled('geluid', 1, { at: '2024-01-01' }), 1, 'verwacht'),
  judged('settled level, expired: above', settled('geluid', 0, { at: '2024-01-01' }), 1, 'signaal'),
  judged('a stated load has no age', lift(8, 6, { at: '2020-01-01' }), 1, 'past')
]

/** Precedence: valid answer, stated, expired answer, words, occupation; within one class the worst counts. */
const precedence: readonly JudgeCase[] = [
  judged('an answer goes before the advert', [lift(20, 6), lift(8, 6, answer)], 1, 'past'),
  judged('an answer goes before the advert, also when worse', [lift(8, 6), lift(20, 6, answer)], 1, 'overschrijding'),
  judged('an answer within the norm silences the advert at the norm', [lift(20, 6), lift(8, 6, answer)], 0, 'niets'),
  judged('an answer above the norm counts at the norm', [lift(8, 6), lift(20, 6, answer)], 0, 'signaal'),
  judged('an answer without a figure leaves the norm to the advert', [lift(20, 6), says('tillen_kg', true, answer)], 0, 'signaal'),
  judged('an answer without a figure leaves the level to the advert', [lift(20, 6), says('tillen_kg', true, answer)], 1, 'overschrijding'),
  judged('the advert goes before an expired answer', [lift(8, 6), lift(20, 6, { ...CONFIRMED, at: '2020-01-01' })], 1, 'past'),
  judged('an expired answer goes before words', [lift(8, 6, { ...CONFIRMED, at: '2020-01-01' }), lift(20, 6, WORDS)], 1, 'verwacht'),
  judged('words go before the occupation', [band('tillen_kg', 4), lift(8, 6, WORDS)], 1, 'verwacht'),
  judged('the advert goes before the occupation', [band('tillen_kg', 4), lift(8, 6)], 1, 'past'),
  judged('silence of the advert never lowers what the occupation expects', [band('tillen_kg', 4), says('tillen_kg', true)], 1, 'signaal'),
  judged('two answers: the worse counts', [lift(8, 6, answer), lift(12, 6, answer)], 1, 'signaal'),
  judged('two stated passages: the worse counts, whatever their order', [lift(20, 6), lift(8, 6)], 1, 'overschrijding'),
  judged('one passage without its frequency: unknown is worse than within', [lift(8, 6), lift(8)], 1, 'verwacht')
]

/** Editions that measure differently: a load on a relative is a signaal, within one edition it is nothing. */
const families: readonly JudgeCase[] = [
  judged('lifting or carrying (klassiek) for a limit on lifting', load('tillen_dragen_kg', { op: 'eq', value: 3, unit: 'kg' }), 1, 'signaal', 'tillen_kg'),
  judged('lifting for a limit on lifting or carrying (klassiek)', lift(3, 6), 2, 'signaal', 'tillen_dragen_kg'),
  judged('carrying says nothing about lifting: one edition has both', load('dragen_kg', { op: 'eq', value: 40, unit: 'kg' }), 1, 'niets', 'tillen_kg'),
  judged('lifting says nothing about carrying', lift(40, 6), 1, 'niets', 'dragen_kg'),
  judged('heavy loads (klassiek) for a limit on lifting', says('zware_lasten', true), 1, 'signaal', 'tillen_kg'),
  judged('light objects say nothing about heavy loads: one edition', says('lichte_voorwerpen_per_uur', true), 1, 'niets', 'zware_lasten'),
  judged('kgf for a limit in newton', load('duwen_trekken_kgf', { op: 'eq', value: 1, unit: 'kgf' }), 1, 'signaal', 'duwen_trekken_n'),
  judged('heat (klassiek) for the answer heat', says('temperatuur_hitte', true), 1, 'signaal', 'temperatuur'),
  judged('heat (klassiek) says nothing about cold (klassiek)', says('temperatuur_hitte', true), 1, 'niets', 'temperatuur_koude'),
  judged('flights of stairs for steps', says('trappen', 'trap'), 1, 'signaal', 'trappen_treden'),
  judged('kneeling (klassiek) for kneeling an hour', says('knielen', true), 1, 'signaal', 'knielen_per_uur'),
  judged('divided attention in minutes for sources', load('aandacht_verdelen_min', { op: 'eq', value: 1, unit: 'min' }), 1, 'signaal', 'aandacht_verdelen'),
  judged('hand force for hand use in general', says('handgebruik_kracht', true), 1, 'signaal', 'handgebruik'),
  judged('hand use in general for hand force', says('handgebruik', true), 1, 'signaal', 'handgebruik_kracht'),
  judged('hand force says nothing about fine work: one edition', says('handgebruik_kracht', true), 1, 'niets', 'handgebruik_fijn'),
  judged('guidance for structure', says('begeleiding', true), 1, 'signaal', 'zelfstandigheid_structuur'),
  judged('an expected load of a relative is a signaal too', band('tillen_dragen_kg', 0), 1, 'signaal', 'tillen_kg'),
  judged('own load that fits does not silence a heavy relative', [lift(3, 6), load('tillen_dragen_kg', { op: 'eq', value: 30, unit: 'kg' })], 1, 'signaal'),
  judged('own load that exceeds stays so beside a relative', [lift(30, 6), says('zware_lasten', true)], 1, 'overschrijding'),
  judged('a relative that asks nothing leaves what fits', [lift(3, 6), says('zware_lasten', false)], 1, 'past'),
  judged('a relative that is only expected leaves what fits', [lift(3, 6), band('tillen_dragen_kg', 4)], 1, 'past'),
  judged('an answer of long ago on a relative leaves what fits', [lift(3, 6), says('zware_lasten', true, { ...CONFIRMED, at: '2023-11-01' })], 1, 'past'),
  judged('no cold fits, however hot it is', [says('temperatuur', 'geen-koude'), says('temperatuur_hitte', true)], 2, 'past', 'temperatuur'),
  judged('own load that says nothing keeps the relative silent', [says('tillen_kg', true), says('zware_lasten', true)], 1, 'niets'),
  judged('a relative says nothing about the norm', load('tillen_dragen_kg', { op: 'eq', value: 90, unit: 'kg' }), 0, 'niets', 'tillen_kg'),
  judged('no family: walking at a stretch and a day are two things', walk(90), 1, 'niets', 'lopen_uur_dag')
]

export const cases: readonly JudgeCase[] = [...expected, ...expired, ...precedence, ...families]
