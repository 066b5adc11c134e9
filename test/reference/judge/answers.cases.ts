import { climb, degrees, judged, says, settled, type JudgeCase } from '../judge-case.ts'
import { load } from '../../helpers/vacancy.ts'

/** Ladders of answers in order: a load is worth a level. */
const ranked: readonly JudgeCase[] = [
  judged('climbing a ladder needs the norm', says('klimmen', 'ladder'), 1, 'overschrijding'),
  judged('a ladder is the norm itself', says('klimmen', 'ladder'), 0, 'niets'),
  judged('a roof is above the norm', says('klimmen', 'dak'), 0, 'signaal'),
  judged('a scaffold is above the norm', says('klimmen', 'steiger'), 0, 'signaal'),
  judged('a stepladder fits level 1', says('klimmen', 'huishoudtrap'), 1, 'past'),
  judged('a stepladder exceeds level 2', says('klimmen', 'huishoudtrap'), 2, 'overschrijding'),
  judged('a step fits level 2', says('klimmen', 'opstapje'), 2, 'past'),
  judged('a step exceeds level 3', says('klimmen', 'opstapje'), 3, 'overschrijding'),
  judged('no climbing fits level 3', says('klimmen', false), 3, 'past'),
  judged('climbing, how high is not said: only "none" has an opinion', says('klimmen', true), 3, 'signaal'),
  judged('climbing, how high is not said: nothing at level 2', says('klimmen', true), 2, 'niets'),
  judged('climbing 3 m is the stepladder', climb(3), 1, 'past'),
  judged('climbing 3 m exceeds a step', climb(3), 2, 'overschrijding'),
  judged('climbing 3.5 m is the ladder', climb(3.5), 1, 'overschrijding'),
  judged('climbing 5 m is the norm', climb(5), 0, 'niets'),
  judged('climbing 5.5 m is above the norm', climb(5.5), 0, 'signaal'),
  judged('climbing half a metre may be a stepladder', climb(0.5), 2, 'overschrijding'),
  judged('climbing 0 m is none', climb(0), 3, 'past'),
  judged('climbing "more than 3 m" never fits level 1', load('klimmen', { op: 'gt', value: 3, unit: 'm' }), 1, 'niets'),
  judged('climbing "at least 4 m" exceeds level 1', load('klimmen', { op: 'min', value: 4, unit: 'm' }), 1, 'overschrijding'),
  judged('climbing in kg is no answer', load('klimmen', { op: 'eq', value: 3, unit: 'kg' }), 1, 'niets'),
  judged('conflict face to face exceeds level 1', says('conflicten', 'persoonlijk'), 1, 'overschrijding'),
  judged('conflict by phone or letter fits level 1', says('conflicten', 'telefonisch-schriftelijk'), 1, 'past'),
  judged('conflict by phone or letter exceeds level 2', says('conflicten', 'telefonisch-schriftelijk'), 2, 'overschrijding'),
  judged('no conflict fits level 2', says('conflicten', 'geen'), 2, 'past'),
  judged('a plain no is no conflict', says('conflicten', false), 2, 'past'),
  judged('conflict, how is not said: nothing at level 1', says('conflicten', true), 1, 'niets'),
  judged('conflict, how is not said: weighed at "none"', says('conflicten', true), 2, 'signaal'),
  judged('a team exceeds "own marked-off part"', says('samenwerken', 'team'), 1, 'overschrijding'),
  judged('an own part fits level 1', says('samenwerken', 'deeltaak'), 1, 'past'),
  judged('an own part exceeds "not"', says('samenwerken', 'deeltaak'), 2, 'overschrijding'),
  judged('alone fits level 2', says('samenwerken', 'alleen'), 2, 'past'),
  judged('an unknown answer says nothing', says('samenwerken', 'soms'), 1, 'niets'),
  judged('many sources exceed "few"', says('aandacht_verdelen', 'veel-bronnen'), 1, 'overschrijding'),
  judged('one source fits "hardly"', says('aandacht_verdelen', 'een-bron'), 2, 'past'),
  judged('writing down is allowed: fits level 1 of remembering', says('herinneren', 'noteren'), 1, 'past'),
  judged('a normal pace exceeds "clearly slowed"', says('handelingstempo', 'normaal'), 1, 'overschrijding'),
  judged('a slow pace fits', says('handelingstempo', 'vertraagd'), 1, 'past')
]

/** Conditions and yes or no items: a burden can be done at the norm only. */
const burdens: readonly JudgeCase[] = [
  judged('customers: yes exceeds', says('klantcontact', true), 1, 'overschrijding'),
  judged('customers: no fits', says('klantcontact', false), 1, 'past'),
  judged('customers: yes is no more than the norm', says('klantcontact', true), 0, 'niets'),
  judged('working alone: no fall-back exceeds', says('solitair_werk', true), 1, 'overschrijding'),
  judged('working alone: a colleague to fall back on fits', says('solitair_werk', false), 1, 'past'),
  judged('driving for work: yes exceeds', says('beroepsmatig_vervoer', true), 1, 'overschrijding'),
  judged('deadlines: no fits', says('deadlines', false), 1, 'past'),
  judged('interruptions: yes exceeds', says('storingen', true), 1, 'overschrijding')
]

/** Answers without an order are never compared as numbers (`fml.md` 3): a person's "up to answer 1" says nothing of answer 3. */
const unordered: readonly JudgeCase[] = [
  judged('expressing feelings: settled at the answer itself', settled('gevoelens_uiten', 3), 3, 'past'),
  judged('expressing feelings: settled beyond the answer', settled('gevoelens_uiten', 3), 1, 'past'),
  judged('expressing feelings: settled at the norm only', settled('gevoelens_uiten', 0), 1, 'overschrijding'),
  judged('expressing feelings: settled at another answer', settled('gevoelens_uiten', 1), 3, 'signaal'),
  judged('insight in own ability: settled at another answer', settled('inzicht_eigen_kunnen', 1), 2, 'signaal'),
  judged('night: settled at the answer of the evening', settled('etmaal', 1), 2, 'signaal'),
  judged('cold: settled at the answer of heat', settled('temperatuur', 1), 2, 'signaal'),
  judged('emotional problems go by severity: 1 of 2', settled('emotionele_problemen', 1), 4, 'overschrijding'),
  judged('emotional problems go by severity: 1 of 1', settled('emotionele_problemen', 1), 2, 'past')
]

/** Needs: work must offer it, so yes fits and no exceeds. */
const needs: readonly JudgeCase[] = [
  judged('predictable work: yes fits', says('voorspelbaarheid', true), 1, 'past'),
  judged('predictable work: no exceeds', says('voorspelbaarheid', false), 1, 'overschrijding'),
  judged('structure: free work exceeds fixed methods', says('zelfstandigheid_structuur', 'vrij'), 1, 'overschrijding'),
  judged('structure: fixed methods fit level 1', says('zelfstandigheid_structuur', 'vaste-werkwijzen'), 1, 'past'),
  judged('structure: fixed methods are too little for level 2', says('zelfstandigheid_structuur', 'vaste-werkwijzen'), 2, 'overschrijding'),
  judged('structure: fully structured fits level 2', says('zelfstandigheid_structuur', 'voorgestructureerd'), 2, 'past'),
  judged('structure: fully structured fits level 1 too', says('zelfstandigheid_structuur', 'voorgestructureerd'), 1, 'past'),
  judged('structure: a plain no offers nothing', says('zelfstandigheid_structuur', false), 1, 'overschrijding'),
  judged('structure: "there is structure", how much is not said', says('zelfstandigheid_structuur', true), 1, 'niets'),
  judged('guidance: offered fits', says('begeleiding', true), 1, 'past'),
  judged('guidance: not offered exceeds', says('begeleiding', false), 1, 'overschrijding'),
  judged('change of posture: offered is weighed by a person', says('houdingsafwisseling', true), 1, 'signaal'),
  judged('change of posture: not offered is weighed too', says('houdingsafwisseling', false), 1, 'signaal'),
  judged('change of posture: settled by a person', settled('houdingsafwisseling', 1), 1, 'past'),
  judged('change of posture: settled as not offered', settled('houdingsafwisseling', 0), 1, 'overschrijding')
]

/** Answers that hold apart: evening and night, heat and cold. */
const choices: readonly JudgeCase[] = [
  judged('every evening exceeds "not every evening"', says('etmaal', 'elke-avond'), 1, 'overschrijding'),
  judged('an evening now and then is weighed', says('etmaal', 'avond'), 1, 'signaal'),
  judged('no evenings fit', says('etmaal', 'geen-avond'), 1, 'past'),
  judged('days fit the evening', says('etmaal', 'dag'), 1, 'past'),
  judged('days fit the night', says('etmaal', 'dag'), 2, 'past'),
  judged('nights exceed "not at night"', says('etmaal', 'nacht'), 2, 'overschrijding'),
  judged('nights say nothing of evenings', says('etmaal', 'nacht'), 1, 'niets'),
  judged('evenings say nothing of nights', says('etmaal', 'elke-avond'), 2, 'niets'),
  judged('no nights fit', says('etmaal', 'geen-nacht'), 2, 'past'),
  judged('a plain no fits both', says('etmaal', false), 2, 'past'),
  judged('a plain yes names no part of the day', says('etmaal', true), 1, 'niets'),
  judged('there is no third answer', says('etmaal', 'nacht'), 3, 'niets'),
  judged('heat exceeds', says('temperatuur', 'hitte'), 1, 'overschrijding'),
  judged('heat says nothing of cold', says('temperatuur', 'hitte'), 2, 'niets'),
  judged('cold exceeds', says('temperatuur', 'koude'), 2, 'overschrijding'),
  judged('no heat fits', says('temperatuur', 'geen-hitte'), 1, 'past'),
  judged('36 degrees exceeds', degrees(36), 1, 'overschrijding'),
  judged('35 degrees is the edge: weighed', degrees(35), 1, 'signaal'),
  judged('26 degrees is warm: weighed', degrees(26), 1, 'signaal'),
  judged('25 degrees says nothing', degrees(25), 1, 'niets'),
  judged('-16 degrees exceeds', degrees(-16), 2, 'overschrijding'),
  judged('-15 degrees is the edge: weighed', degrees(-15), 2, 'signaal'),
  judged('9 degrees is cold: weighed', degrees(9), 2, 'signaal'),
  judged('10 degrees says nothing', degrees(10), 2, 'niets'),
  judged('a freezer says nothing of heat', degrees(-20), 1, 'niets'),
  judged('a number in another unit does not compare', load('temperatuur', { op: 'eq', value: 300, unit: 'K' }), 1, 'signaal')
]

/** `matching: beoordelen`: weighed until a person settled the load in FML levels; 2.6 goes by severity 0 1 1 2 2. */
const weighed: readonly JudgeCase[] = [
  judged('noise: a stated yes is weighed', says('geluid', true), 1, 'signaal'),
  judged('noise: a reassuring no is weighed too', says('geluid', false), 1, 'signaal'),
  judged('noise: 90 dB is weighed', load('geluid', { op: 'eq', value: 90, unit: 'dB' }), 1, 'signaal'),
  judged('noise: nothing above the norm to say', says('geluid', true), 0, 'niets'),
  judged('noise: settled at level 1 fits', settled('geluid', 1), 1, 'past'),
  judged('noise: settled at level 0 exceeds', settled('geluid', 0), 1, 'overschrijding'),
  judged('noise: settled below the norm is above it', settled('geluid', -1), 0, 'signaal'),
  judged('hand force: a stated yes is weighed', says('handgebruik_kracht', true), 1, 'signaal'),
  judged('emotional problems: a stated yes is weighed', says('emotionele_problemen', true), 1, 'signaal'),
  judged('emotional problems: severity 1 settled fits answer 1', settled('emotionele_problemen', 1), 1, 'past'),
  judged('emotional problems: severity 1 settled fits answer 2, of equal weight', settled('emotionele_problemen', 1), 2, 'past'),
  judged('emotional problems: severity 1 settled exceeds answer 3', settled('emotionele_problemen', 1), 3, 'overschrijding'),
  judged('emotional problems: severity 2 settled fits answer 4', settled('emotionele_problemen', 2), 4, 'past'),
  judged('emotional problems: severity 0 settled exceeds answer 1', settled('emotionele_problemen', 0), 1, 'overschrijding'),
  judged('a settled level decides on a ladder with figures as well', settled('tillen_kg', 2), 2, 'past'),
  judged('a settled level decides: too little for level 3', settled('tillen_kg', 2), 3, 'overschrijding'),
  judged('hours have no tokens', load('uren_week', { op: 'eq', value: 60, unit: 'hour' }), 1, 'niets'),
  judged('a load without an amount says nothing', load('tillen_kg', null), 1, 'niets')
]

export const cases: readonly JudgeCase[] = [...ranked, ...burdens, ...needs, ...choices, ...weighed, ...unordered]
