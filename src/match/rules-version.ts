import { createHash } from 'node:crypto'
import { CandidateSchema, CandidateInputSchema, type Candidate } from '../domain/candidate.ts'
import { LoadSchema } from '../domain/load.ts'
import type { Moment } from '../domain/moment.ts'
import { CATALOGUE } from '../reference/fml/catalogue.ts'
import { ladderOf, TOKEN_DIMENSIES } from '../reference/fml/ladders.ts'
import { judgedTokens } from '../reference/fml/tokens.ts'
import { STEMMER } from '../reference/dutch.ts'
import { tablesVersion } from '../reference/table.ts'
import { CRITERIA } from './criteria.ts'

const AT: Moment = { day: '2026-01-15', instant: '2026-01-15T12:00:00.000Z' }

/** One made-up candidate with every limit and wish, so that each rule has something to answer. */
function probe(extra: Record<string, unknown>): Candidate {
  const limits = CATALOGUE.filter(i => i.editie === 'referentie' && i.soort !== 'informatie').map(i => ({ code: i.code, niveau: i.schaal.length - 1 }))
  const input = CandidateInputSchema.parse({
    pseudonym: 'PROEF-1',
    documents: [
      {
        type: 'FML',
        editie: 'referentie',
        date: '2026-01-01',
        limits,
        hours: { perDay: { value: 6, kind: 'gemiddeld' }, perWeek: { value: 22.5, kind: 'ten_hoogste' } },
        buildUp: [{ from: '2026-03-01', perWeek: { value: 28, kind: 'ten_hoogste' } }],
        texts: [{ text: 'x' }]
      }
    ],
    profile: {
      education: { level: { min: 5, max: 5 }, diplomas: ['pabo'] },
      experience: [{ title: 'leerkracht', isco: '2341', sector: '85' }],
      licences: ['B'],
      certificates: ['VOG'],
      languages: [{ code: 'nld', level: 3 }],
      competences: ['24102', '24105'],
      skills: ['lesgeven', 'excel']
    },
    wishes: {
      occupations: [{ title: 'adviseur', isco: '2351' }],
      sectors: ['85'],
      hours: { min: 16, max: 24 },
      contract: 'vast',
      remote: 'graag',
      dagdelen: { avond: 'kan-niet', nacht: 'kan-niet', weekend: 'graag' }
    },
    travel: { home: 'Zwolle', mode: 'ov', maxMinutes: 45, maxKm: 40 },
    ...extra
  })
  return CandidateSchema.parse({ ...input, id: 'k-proef00', version: 1, createdAt: AT.instant, updatedAt: AT.instant })
}

/** What `judge` says of a ladder of loads, per dimension. */
function judgeProbe(): readonly string[] {
  return TOKEN_DIMENSIES.flatMap(dimensie =>
    [true, false, 1, 5, 12, 30, 700].flatMap(value =>
      ['stated', 'expected', 'lt', 'gt'].flatMap(way => {
        const provenance = way === 'expected' ? way : 'stated'
        const op = way === 'lt' || way === 'gt' ? way : 'eq'
        const unit = ladderOf(dimensie).unit.startsWith('kg') ? 'kg' : 'min'
        return judgedTokens(
          [
            LoadSchema.parse({
              dimensie,
              amount: { op, value, unit },
              provenance,
              kind: 'text',
              confidence: 4,
              band: provenance === 'expected' ? 2 : null,
              frequency: { count: 6, per: 'hour' }
            })
          ],
          AT.day
        )
      })
    )
  )
}

let reading = ''

/** Notes the version of the rules that read adverts (`feed/reading-version.ts`): what they answer is part of the scorecard's version. */
export function noteReading(version: string): void {
  reading = version
}

let version: { readonly tables: string; readonly rules: string } | undefined

/**
 * Version of the scorecard: a hash over what the rules produce for fixed probes (groups, points, bars, judged tokens) and
 * over every reference table. A rule or a table that changes an answer changes the version; a comment does not.
 */
export function rulesVersion(): string {
  const tables = `${tablesVersion()} ${reading}`
  if (version?.tables === tables) return version.rules
  const probes = [
    probe({}),
    probe({ documents: [] }),
    probe({ profile: {}, wishes: {}, travel: {} }),
    probe({ wishes: { remote: 'liever-niet', contract: 'tijdelijk' } })
  ]
  const produced = probes.map(c => CRITERIA.map(k => [k.id, k.max(c, AT), k.groups(c, AT), k.bars?.(c, AT) ?? []]))
  const rules = createHash('sha256')
    .update(JSON.stringify([STEMMER, tables, produced, judgeProbe()]))
    .digest('hex')
    .slice(0, 16)
  version = { tables, rules }
  return rules
}
