import { advert, boardRow, ndjson, type FileCase } from './files.ts'

const long = `https://bord.voorbeeld.example/vacature?${'x'.repeat(200)}`

/** Records of a job-board collector: flat, Markdown, columns that differ per row. */
export const boardCases: readonly FileCase[] = [
  {
    name: 'a record',
    file: ndjson([boardRow('b1', { is_remote: 'True', job_url_direct: 'https://vlierbos.example/b1?utm_source=bord' })]),
    told: ['header delta', '1 row b1'],
    facts: {
      b1: {
        title: 'Medewerker inpak',
        employer: { name: 'Vlierbos Papier' },
        locations: [{ place: 'Zwolle, OV, NL' }],
        workTime: 'part',
        remote: 'hybrid',
        applyUrl: 'https://vlierbos.example/b1',
        postedAt: '2026-11-10',
        salary: null
      }
    }
  },
  {
    name: 'one file, several column sets: absent is not empty',
    file: ndjson([
      boardRow('b1'),
      { id: 'b2', title: 'Kok' },
      { id: 'b3', title: 'Kok', location: '', company: 'None', description: null, date_posted: 'nan', extra: 1 }
    ]),
    told: ['header delta', '1 row b1', '2 row b2', '3 row b3'],
    facts: {
      b2: { employer: { name: null }, locations: [], description: '', postedAt: null, url: null },
      b3: { employer: { name: null }, locations: [], description: '', postedAt: null }
    }
  },
  {
    name: 'Markdown escapes are undone before anything is read',
    file: ndjson([
      boardRow('b1', {
        description: `**Wat bieden wij**\n\n* 32\\-40 uur per week\n* €2\\.800 tot €3\\.600 per maand\n* werk\\- en denkniveau mbo\n\nReageren kan tot 16\\-04\\-2027\\.`
      })
    ]),
    told: ['header delta', '1 row b1'],
    facts: {
      b1: { description: 'Wat bieden wij\n\n- 32-40 uur per week\n- €2.800 tot €3.600 per maand\n- werk- en denkniveau mbo\n\nReageren kan tot 16-04-2027.' }
    }
  },
  {
    name: 'HTML in the text',
    file: ndjson([boardRow('b1', { description: '<p>Je werkt bij Vlierbos &amp; Zn.</p><ul><li>inpakken</li><li>labels</li></ul><script>x()</script>' })]),
    told: ['header delta', '1 row b1'],
    facts: { b1: { description: 'Je werkt bij Vlierbos & Zn.\n\n- inpakken\n- labels' } }
  },
  {
    name: 'a broken line in the middle',
    file: ndjson([boardRow('b1'), '{"id":"b2","title":"Kok', boardRow('b3')]),
    told: ['header delta', '1 row b1', '2 reject - bad-json -', '3 row b3']
  },
  {
    name: 'lines that are JSON but no record',
    file: ndjson(['[1,2]', 'null', '"x"', boardRow('b1')]),
    told: ['header delta', ...[1, 2, 3].map(n => `${n} reject - bad-json -`), '4 row b1']
  },
  {
    name: 'a last line that was cut',
    file: ndjson([boardRow('b1'), boardRow('b2')]).slice(0, -30),
    told: ['header delta', '1 row b1'],
    fault: 'failed truncated'
  },
  {
    name: 'a last line without its newline is whole',
    file: ndjson([boardRow('b1'), boardRow('b2')]).slice(0, -1),
    told: ['header delta', '1 row b1', '2 row b2']
  },
  {
    name: 'no title, no id, neither id nor address',
    file: ndjson([boardRow('b1', { title: '' }), boardRow('b2', { title: 'Not specified' }), boardRow(null, { job_url: 'geen' })]),
    told: ['header delta', '1 reject b1 no-title title', '2 reject b2 no-title title', '3 reject - no-id id']
  },
  {
    name: 'without an id the address is the id, clean of tracking',
    file: ndjson([boardRow(null, { job_url: 'https://bord.voorbeeld.example/v/7?utm_medium=x&b=2&a=1#top' })]),
    told: ['header delta', '1 row https://bord.voorbeeld.example/v/7?a=1&b=2']
  },
  {
    name: 'an address too long for an id gives a hash, always the same',
    file: ndjson([boardRow(null, { job_url: long }), boardRow(null, { job_url: `${long}#x` })]),
    told: ['header delta', '1 row 4GqjMFuYKOv_5uA_1tuD-KYNkvIPpcmMHAnsSNYuTiM', '2 row 4GqjMFuYKOv_5uA_1tuD-KYNkvIPpcmMHAnsSNYuTiM']
  },
  {
    name: 'an id that is a number, and one that is too long',
    file: ndjson([boardRow(null, { id: 4711 }), boardRow('x'.repeat(201))]),
    told: ['header delta', '1 row 4711', `2 reject ${'x'.repeat(201)} bad-id id`]
  },
  {
    name: 'an address that is none costs the address, not the row',
    file: ndjson([boardRow('b1', { job_url: 'bord.voorbeeld.example/7' }), boardRow('b2', { job_url: 'javascript:alert(1)' })]),
    told: ['header delta', '1 row b1 !bad-url:job_url', '2 row b2 !bad-url:job_url'],
    facts: { b1: { url: null }, b2: { url: null } }
  },
  {
    name: 'dates that cannot be, and one that is not clear',
    file: ndjson([
      boardRow('b1', { date_posted: '2026-02-30' }),
      boardRow('b2', { date_posted: '03/04/2026' }),
      boardRow('b3', { date_posted: 1_794_268_800_000 })
    ]),
    told: ['header delta', '1 row b1 !bad-date:date_posted', '2 row b2 !ambiguous-date:date_posted', '3 row b3'],
    facts: { b1: { postedAt: null }, b2: { postedAt: null }, b3: { postedAt: '2026-11-10' } }
  },
  {
    name: 'pay is a fact only when the advert itself was its source',
    file: ndjson([
      boardRow('b1', { interval: 'hourly', min_amount: '15.40', max_amount: '17,25', currency: 'EUR', salary_source: 'direct_data' }),
      boardRow('b2', { interval: 'monthly', min_amount: '2800', max_amount: '', salary_source: 'description' }),
      boardRow('b3', { interval: 'monthly', min_amount: 2800, max_amount: 3600 }),
      boardRow('b4', { interval: 'monthly', min_amount: 2800, currency: 'USD' }),
      boardRow('b5', { min_amount: 2800 }),
      boardRow('b6', { interval: 'yearly', min_amount: 'veel', max_amount: 0 }),
      boardRow('b7', { interval: 'yearly', min_amount: 3e6 })
    ]),
    told: ['header delta', ...[1, 2, 3, 4, 5, 6].map(n => `${n} row b${n}`), '7 row b7 !bad-salary:max_amount'],
    facts: {
      b1: { salary: { min: 15.4, max: 17.25, unit: 'HOUR' } },
      b2: { salary: null },
      b3: { salary: { min: 2800, max: 3600, unit: 'MONTH' } },
      b4: { salary: null },
      b5: { salary: null },
      b6: { salary: null },
      b7: { salary: null }
    }
  },
  {
    name: 'kinds of job',
    file: ndjson([
      boardRow('b1', { job_type: 'fulltime' }),
      boardRow('b2', { job_type: 'Full-Time, parttime' }),
      boardRow('b3', { job_type: 'internship' }),
      boardRow('b4', { job_type: 'contract' }),
      boardRow('b5', { job_type: 'anders' }),
      boardRow('b6', { job_type: 'other' })
    ]),
    told: ['header delta', ...[1, 2, 3, 4].map(n => `${n} row b${n}`), '5 row b5 !unknown-code:job_type', '6 row b6'],
    facts: {
      b1: { workTime: 'full' },
      b2: { workTime: 'both' },
      b3: { workTime: null, contract: { kind: 'S' } },
      b4: { contract: { term: 'B' } },
      b5: { workTime: null, contract: { kind: null, term: null } }
    }
  },
  {
    name: 'values that are too long are cut, the row stays',
    file: ndjson([boardRow('b1', { title: 'Kok '.repeat(90), company: 'V'.repeat(900), location: 'Zwolle '.repeat(40) })]),
    told: ['header delta', '1 row b1'],
    facts: { b1: { employer: { name: 'V'.repeat(500) } } }
  },
  {
    name: 'objects and lists where text belongs are no value',
    file: ndjson([boardRow('b1', { company: { naam: 'x' }, location: ['Zwolle'], description: 7 })]),
    told: ['header delta', '1 row b1'],
    facts: { b1: { employer: { name: null }, locations: [], description: '' } }
  },
  {
    name: 'a line over the cap is refused, the rest goes on',
    file: ndjson([boardRow('b1', { description: advert().repeat(4) }), boardRow('b2')]),
    limits: { record: 1_200 },
    told: ['header delta', '1 reject - too-large -', '2 row b2']
  },
  {
    name: 'more records than the cap',
    file: ndjson([boardRow('b1'), boardRow('b2')]),
    limits: { records: 1 },
    told: ['header delta', '1 row b1'],
    fault: 'failed cap-records'
  },
  {
    name: 'more bytes than the cap',
    file: ndjson([boardRow('b1'), boardRow('b2')]),
    limits: { bytes: 500 },
    told: ['header delta'],
    fault: 'failed cap-bytes'
  },
  {
    name: 'windows-1252 bytes are damage here',
    file: Buffer.from(ndjson([boardRow('b1', { description: 'coördinatie '.repeat(60) })]), 'latin1'),
    told: ['header delta', '1 row b1'],
    fault: 'held bad-encoding'
  }
]
