import type { Test } from 'tap'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAdverts } from '../../src/quality/advert-file.ts'
import { parseLabels } from '../../src/quality/labels.ts'
import type { Read } from '../../src/quality/rows.ts'
import { readTitles } from '../../src/quality/title-file.ts'
import { folders } from '../helpers/folders.ts'

async function all<T>(rows: AsyncIterable<Read<T>>): Promise<{ readonly rows: readonly T[]; readonly bad: readonly string[] }> {
  const out: { rows: T[]; bad: string[] } = { rows: [], bad: [] }
  for await (const r of rows) {
    if ('bad' in r) out.bad.push(`${r.bad.line} ${r.bad.problem}`)
    else out.rows.push(r.row)
  }
  return out
}

function file(t: Test, name: string, text: string): string {
  const path = join(folders(t).root, name)
  writeFileSync(path, text)
  return path
}

export async function titleFiles(t: Test): Promise<void> {
  const text =
    '\ufeffID\tTitel\tISCO\r\n1\tKok\t5120\r\n\r\n2\tZuster\t2221|3221\n3\t\t5120\n4\tLasser\tlas\n5\tTopper\t-\n6\tMagazijn\t432, 9333\n7\tNiets\t\n8\ta\tb\tc\td\n'
  const read = await all(readTitles(file(t, 't.tsv', text)))
  t.strictSame(
    read.rows.map(r => [r.id, r.title, r.isco]),
    [
      ['1', 'Kok', ['5120']],
      ['2', 'Zuster', ['2221', '3221']],
      ['5', 'Topper', []],
      ['6', 'Magazijn', ['432', '9333']],
      ['7', 'Niets', null]
    ]
  )
  t.match(read.bad, [/^5 title is leeg/, /^6 isco "las"/, /^10 5 kolommen, verwacht 3/], 'bad rows are named by line, the rest goes on')
  await t.rejects(all(readTitles(file(t, 'u.tsv', 'a\tb\n1\t2\n'))), /kolommen noemen/)
  await t.rejects(all(readTitles(file(t, 'v.tsv', '\n'))), /leeg/)
  const bare = await all(readTitles(file(t, 'w.tsv', 'title\nKok\n')))
  t.match(bare.rows, [{ id: '1', title: 'Kok', isco: null }], 'only titles: nothing to measure')
}

export async function advertFiles(t: Test): Promise<void> {
  const line = (labels: unknown, more: object = {}): string => JSON.stringify({ id: 'a', title: 'Kok', text: 'Je kookt.', labels, source: 'x', ...more })
  const text = [
    line({ hours: '24-32' }),
    line({ uurloon: 3 }),
    line({ education: 'doctorandus-achtig' }),
    line({ load: { tilen: 'stated' } }),
    line({ load: { tillen: 'misschien' } }),
    line({ hours: { min: 3, mx: 4 } }),
    '{"id":',
    line({}, { title: '' }),
    line(undefined),
    line({ evening: 'yes' }, { id: 7, half: 'aside' })
  ].join('\n')
  const read = await all(readAdverts(file(t, 'a.ndjson', text)))
  t.match(read.rows, [{ labels: { hours: { min: 24, max: 32 } } }, { labels: null }, { id: '7', half: 'aside', labels: { evening: true } }])
  t.match(read.bad, [
    /^2 labels\.uurloon: onbekend veld; kies uit hours/,
    /^3 labels\.education/,
    /^4 labels\.load\.tilen: onbekende dimensie/,
    /^5 labels\.load\.tillen: /,
    /^6 labels\.hours: /,
    /^7 geen geldige JSON/,
    /^8 title/
  ])
}

/** One meaning, several ways to write it. */
const SAME: ReadonlyArray<readonly [unknown, object]> = [
  [{ hours: [24, 32] }, { hours: { min: 24, max: 32 } }],
  [{ uren: '24 - 32' }, { hours: { min: 24, max: 32 } }],
  [{ hours: 32 }, { hours: { min: 32, max: 32 } }],
  [{ hours: '16-' }, { hours: { min: 16, max: null } }],
  [{ hours: '28,8' }, { hours: { min: 28.8, max: 28.8 } }],
  [{ hours: null }, { hours: null }],
  [{ hours: '?' }, { hours: undefined }],
  [{ education: 'mbo-4' }, { education: { min: 5, max: 5 } }],
  [{ educationLevel: 6 }, { education: { min: 6, max: 6 } }],
  [{ licence: 'b, be' }, { licences: ['B', 'BE'] }],
  [{ licences: null }, { licences: [] }],
  [{ certificates: [{ code: 'vog' }] }, { certificates: ['VOG'] }],
  [{ languages: ['nl', 'Engels', 'pol'] }, { languages: ['nld', 'eng', 'pol'] }],
  [{ language: [{ code: 'nld', level: 3 }] }, { languages: ['nld'] }],
  [{ schedule: { evening: true, night: 'nee' } }, { evening: true, night: false }],
  [{ contract: 'vast' }, { contract: ['O'] }],
  [{ salary: { min: 14, period: 'uur' } }, { salary: { min: 14, period: 'HOUR' } }],
  [{ remote: ['none', null] }, { remote: ['none', null] }],
  [{ agency: 'agency' }, { employer: ['agency'] }],
  [{ experience: 24 }, { experience: [24] }],
  [{ demands: { tillen: 20, klant: false, staan: 'expected', lopen: null, zitten: '?' } }, {
    load: { tillen: { provenance: ['stated'], value: 20 }, klant: { provenance: ['stated'], value: false }, staan: { provenance: ['expected'] }, lopen: { provenance: ['absent'] }, zitten: null }
  }],
  [{ tillen_kg: 'stated' }, { load: { tillen_kg: { provenance: ['stated'] } } }],
  [{ load: { tillen: { provenance: ['stated', 'expected'], band: 2, case: 'hedge' } } }, { load: { tillen: { provenance: ['stated', 'expected'], band: 2, case: 'hedge' } } }]
] // prettier-ignore

export async function labelForms(t: Test): Promise<void> {
  for (const [given, meant] of SAME) t.match(parseLabels(given), { labels: meant }, JSON.stringify(given))
  for (const wrong of [
    { hours: 'veel' },
    { evening: 'soms' },
    { contract: 'zzp' },
    { salary: 14 },
    { load: 'zwaar' },
    { load: { tillen: { band: 3 } } },
    'x',
    [1]
  ])
    t.ok('problem' in parseLabels(wrong), JSON.stringify(wrong))
}
