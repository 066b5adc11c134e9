import type { Candidate } from '../../domain/candidate.ts'
import { compareEducation, EDU_CODES, educationLabel } from '../../reference/education.ts'
import { plain, type Bar, type Criterion, type Grade } from '../criterion.ts'
import { all, any, known, never, not, some } from '../predicate.ts'

const POINTS = [20, 12, 6, 2] as const
const ABOVE = 6

/** The codes of demanded levels that stand in one way to the candidate's own level. */
const codesThat = (c: Candidate, stand: ReturnType<typeof compareEducation>): readonly string[] => {
  const { level, track } = c.profile.education
  if (level === null) return stand === 'meets' ? EDU_CODES.filter(e => e.range.max === 1).map(e => e.code) : []
  return EDU_CODES.filter(e => compareEducation(level, track, e.range, e.wo) === stand).map(e => e.code)
}

/** Nearest to the own level first: work far under it is a safety net, not a first choice. */
function gradesOf(c: Candidate): readonly Grade[] {
  const own = c.profile.education.level
  if (own === null) return []
  const met = new Set(codesThat(c, 'meets'))
  const distance = (max: number): number => Math.min(POINTS.length - 1, Math.max(0, own.max - max))
  const grades = POINTS.map((points, d): Grade => ({
    key: d === 0 ? 'gelijk' : `${d}-lager`,
    points,
    when: any(
      'edu',
      EDU_CODES.filter(e => met.has(e.code) && distance(e.range.max) === d).map(e => e.code)
    )
  }))
  const open: Grade = {
    key: 'hoger-bespreekbaar',
    points: ABOVE,
    when: all(any('edu_rule', ['niveau']), any('edu', [...codesThat(c, 'below'), ...codesThat(c, 'overlap')]))
  }
  // Points strictly descend: a level that must be talked about stands beside two steps lower.
  return [grades[0], grades[1], { ...open, points: ABOVE + 1 }, grades[2], grades[3]] as readonly Grade[]
}

/**
 * Level of education, apart from a required diploma (`fml.md` 13). conflict = entirely below what is asked; unknown =
 * ranges overlap, the candidate's level is not established, or experience may stand for the paper ("werk- en denkniveau").
 */
export const opleidingsniveau: Criterion = {
  id: 'opleidingsniveau',
  label: 'Opleidingsniveau',
  order: 30,
  max: c => (c.profile.education.level === null ? 0 : POINTS[0]),
  groups: c => (c.profile.education.level === null ? [] : [gradesOf(c)]),
  bars(c) {
    const bars: Bar[] = [
      {
        id: 'opleiding',
        conflict: all(any('edu', codesThat(c, 'below')), not(any('edu_rule', ['niveau']))),
        fits: some(not(known('edu')), any('edu', codesThat(c, 'meets'))),
        question:
          c.profile.education.level === null
            ? 'Is er een diplomawaardering, en telt werkervaring uit het buitenland mee?'
            : 'Is vergelijkbare werkervaring in plaats van het diploma bespreekbaar?',
        lever: 'opleiding'
      },
      { id: 'opleiding.vermeld', conflict: never, fits: known('edu'), question: 'Welke opleiding of welk niveau is echt nodig?', lever: null }
    ]
    return bars
  },
  explain(stand, c, v) {
    const asked = v.educationLevel
    const own = c.profile.education.level
    const figures = {
      asked: asked === null ? null : educationLabel(asked),
      own: own === null ? null : educationLabel(own),
      strict: v.requiredDiploma?.strict ?? null
    }
    if (asked === null) return plain('opleiding.niet-vermeld', figures)
    if (stand.bar.id === 'opleiding.vermeld') return plain('opleiding.vermeld', figures)
    if (stand.state === 'conflict') return plain('opleiding.te-laag', figures)
    if (stand.state === 'fits') return plain('opleiding.past', figures)
    return own === null ? plain('opleiding.kandidaat-onbekend', figures) : plain('opleiding.gelijkwaardig', figures, true)
  }
}
