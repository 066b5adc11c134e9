import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { ImportRun } from '../../src/domain/import.ts'
import { dutchDay } from '../../src/reference/numbers.ts'
import { barName } from '../../src/wording/bars.ts'
import type { Folders } from '../helpers/folders.ts'
import { machineWords } from '../helpers/machine-words.ts'
import { advert, feed, json, run, type Matches } from './run.ts'

/** Every command over the demo data; the same lines in process and through a server. */
export async function everyCommand(t: Test, f: Folders, mark: string): Promise<void> {
  await t.test('candidates', async t => {
    const plain = await run('candidates')
    t.match(plain, { code: 0, err: '' })
    t.match(plain.out.split('\n')[0], /^nummer +pseudoniem$/)
    const list = json<ReadonlyArray<{ id: string; pseudonym: string }>>(await run('candidates', '--json'))
    t.equal(list.length, 14)
    t.ok(list.every(c => plain.out.includes(`${c.id}  ${c.pseudonym}`)))
  })

  await t.test('match: as a table and as JSON, by a part of the pseudonym and by id', async t => {
    const [docent] = json<ReadonlyArray<{ id: string; pseudonym: string }>>(await run('candidates', '--json')).filter(c => c.pseudonym === 'KAND-01 Docent')
    const found = json<Matches>(await run('match', 'KAND-01', '--json', '--size', '3'))
    t.same(json<Matches>(await run('match', 'docent', '--json', '--size', '3')), found, 'the last words of one pseudonym are enough')
    t.match(await run('match', 'KAND-0'), { code: 1, err: /Meer kandidaten passen[^]*KAND-01 Docent/ })
    t.ok(found.total > 0 && found.hits.length === Math.min(3, found.total) && found.counts.searched > found.total)
    t.same(json<Matches>(await run('match', docent?.id ?? '', '--json', '--size', '3')), found, 'by id')
    t.same(json<Matches>(await run('match', 'kand-01 doc', '--json', '--size', '3')), found, 'in small letters')
    const plain = await run('match', 'KAND-01', '--size', '3')
    t.match(plain, { code: 0, err: '' })
    t.ok(plain.out.includes(`${found.counts.searched} open vacatures bekeken op ${dutchDay(found.day)}`))
    for (const h of found.hits) t.ok(plain.out.includes(h.vacancy.id) && plain.out.includes(`${h.points ?? '-'}/`), h.vacancy.title)
    t.ok(plain.out.includes(`${found.hits.length} van ${found.total} getoond`))
    t.match(await run('match', 'KAND-01', '--group', 'te-verifieren', '--size', '1'), { code: 0, out: /Nog te vragen[^]*\n {2}- / })
    const some = json<Matches>(await run('match', 'KAND-01', '--group', 'niet-passend', '--text', 'chauffeur', '--json'))
    t.ok(some.counts.searched < found.counts.searched && some.hits.length > 0, 'words narrow the search')
    t.match(await run('match', 'KAND-01', '--text', 'zeppelinkapitein'), { code: 0, out: /Geen vacatures in de groep passend/ })
  })

  await t.test('match: a name of several or of nobody fails with the names there are', async t => {
    const several = await run('match', 'Doc')
    t.match(several, { code: 1, out: '', err: /Meer kandidaten passen/ })
    t.match(several.err, /KAND-01 Docent[^]*KAND-05 Docent|KAND-05 Docent[^]*KAND-01 Docent/)
    t.match(await run('match', 'Niemand'), { code: 1, err: /Kandidaat niet gevonden[^]*KAND-01 Docent/ })
    t.match(await run('why-not', 'Niemand'), { code: 1, err: /niet gevonden/ })
  })

  await t.test('match --vacancy: the candidates of the bureau, with the points of the other way round', async t => {
    const [hit] = json<Matches>(await run('match', 'KAND-01', '--json', '--size', '1')).hits
    const id = hit?.vacancy.id ?? ''
    const found = json<{
      counts: { searched: number; passend: number; teVerifieren: number; nietPassend: number }
      total: number
      hits: ReadonlyArray<{ candidate: { id: string; pseudonym: string }; points: number }>
    }>(await run('match', '--vacancy', id, '--json', '--size', '100'))
    t.equal(found.counts.searched, 14, 'everybody was looked at')
    t.equal(found.counts.passend + found.counts.teVerifieren + found.counts.nietPassend, 14)
    t.equal(found.hits.length, found.total)
    t.match(
      found.hits.find(h => h.candidate.pseudonym === 'KAND-01 Docent'),
      { points: hit?.points },
      'the same points both ways'
    )
    const plain = await run('match', '--vacancy', id)
    t.match(plain, { code: 0, err: '', out: /^[^\n]* · [^]*14 kandidaten bekeken op / })
    for (const h of found.hits) t.ok(plain.out.includes(h.candidate.pseudonym) && plain.out.includes(`${h.points}/`) && plain.out.includes(h.candidate.id))
    t.match(await run('match', '--vacancy', id, '--group', 'niet-passend'), { code: 0, out: /beslist of nog te vragen[^]*reisafstand: te ver/ })
    t.match(await run('match', '--vacancy', 'demo:bestaat-niet'), { code: 1, err: /Niet gevonden/ })
    t.match(await run('match', '--vacancy', 'zo kan het niet/../heten'), { code: 2, err: /\S/ })
  })

  await t.test('explain: the reasons and their sum', async t => {
    const {
      hits: [hit]
    } = json<Matches>(await run('match', 'KAND-01', '--json', '--size', '1'))
    const id = hit?.vacancy.id ?? ''
    const why = json<{ verdict: string; points: number; reasons: ReadonlyArray<{ points: number; label: string }> }>(
      await run('explain', 'KAND-01', id, '--json')
    )
    t.match(why, { verdict: 'passend', points: hit?.points })
    t.equal(
      why.reasons.reduce((n, r) => n + r.points, 0),
      hit?.points,
      'the reasons add up to the points of the list'
    )
    const plain = await run('explain', 'KAND-01', id)
    t.match(plain, { code: 0, err: '', out: /^PASSEND · / })
    t.ok(plain.out.includes(hit?.vacancy.title ?? '?') && plain.out.includes(`${hit?.points ?? '?'} van `) && plain.out.includes('een mens beslist'))
    t.same(machineWords(plain.out.split('\n').slice(1, -1)), [], 'in plain Dutch')
    t.match(await run('explain', 'KAND-01', 'demo:bestaat-niet'), { code: 1, err: /Niet gevonden/ })
    t.match(await run('explain', 'KAND-01', 'zo kan het niet/../heten'), { code: 2, err: /\S/ })
  })

  await t.test('why-not: what each rule excludes', async t => {
    const w = json<{ searched: number; nietPassend: number; twoOrMore: number; rules: ReadonlyArray<{ bar: string; alone: number }> }>(
      await run('why-not', 'KAND-01', '--json')
    )
    t.equal(
      w.rules.reduce((n, r) => n + r.alone, w.twoOrMore),
      w.nietPassend
    )
    const plain = await run('why-not', 'KAND-01')
    t.match(plain, { code: 0, err: '' })
    t.ok(plain.out.startsWith(`${w.nietPassend} van ${w.searched} niet passend = `) && w.rules.every(r => plain.out.includes(barName(r.bar) ?? '?')))
  })

  await t.test('overstap: other work, its numbers those of match', async t => {
    const found = json<{ state: string; targets: ReadonlyArray<{ key: string; counts: { passend: number; searched: number } }>; found: { targets: number } }>(
      await run('overstap', 'KAND-01', '--json', '--size', '40')
    )
    const target = found.targets.find(x => x.counts.passend > 0)
    t.equal(found.state, 'ok')
    t.match(json<Matches>(await run('match', 'KAND-01', '--occupation', target?.key ?? '', '--json')), {
      total: target?.counts.passend,
      counts: { searched: target?.counts.searched }
    })
    const plain = await run('overstap', 'KAND-01', '--size', '3')
    t.match(plain, { code: 0, err: '', out: /^Overstap op [^\n]*\n[^]*eigen inschatting/ })
    t.ok(found.targets.slice(0, 3).every(x => plain.out.includes(x.key)) && plain.out.includes(`3 van ${found.found.targets} getoond`))
    t.match(await run('overstap', 'KAND-01', '--from', 'conciërge', '--steps', '1'), { code: 0, out: /vanaf conciërges en huismeesters \(vraag\)/ })
    t.match(await run('overstap', 'KAND-01', '--from', 'tovenaar'), { code: 0, out: /Wij kennen deze functienaam niet/ })
    t.match(await run('overstap', 'Niemand'), { code: 1, err: /niet gevonden/ })
    t.match(await run('match', 'KAND-01', '--occupation', 'tovenaar'), { code: 2, err: /ISCO-code/ })
  })

  await t.test('import: new, unchanged, changed, refused rows', async t => {
    const source = `winkel-${mark}`
    const searched = async (): Promise<number> => json<Matches>(await run('match', 'KAND-01', '--text', 'vakkenvuller', '--json')).counts.searched
    const before = await searched()
    const rows = [advert('1', 'Vakkenvuller'), advert('2', 'Kassamedewerker'), advert('3', 'Bloemist')]
    const first = await run('import', feed(f.root, 'winkel.ndjson', rows, source), '--source', source)
    t.match(first, { code: 0, err: '', out: /\(passendwerk, full\): overgenomen\n[^]*ontvangen 3 = nieuw 3 \+ gewijzigd 0 \+ ongewijzigd 0/ })
    const again = ['import', join(f.root, 'winkel.ndjson'), '--source', source]
    t.match(await run(...again, '--accept', 'drop-guard'), { code: 2, err: /--why/ }, 'who lets a guard pass says why')
    t.match(await run(...again, '--accept', 'alles', '--why', 'x'), { code: 2, err: /drop-guard, reject-budget/ })
    t.match(await run(...again, '--at', '2999-01-01'), { code: 2, err: /toekomst/ })
    t.match(await run('import', join(f.root, 'winkel.ndjson'), '--source', source), {
      code: 0,
      out: /: niets veranderd\n[^]*nieuw 0 \+ gewijzigd 0 \+ ongewijzigd 3/
    })
    const changed = json<ImportRun>(
      await run('import', feed(f.root, 'winkel.ndjson', [advert('1', 'Vakkenvuller avond'), ...rows.slice(1)], source), '--source', source, '--json')
    )
    t.match(changed, { source, state: 'switched', counts: { received: 3, changed: 1, unchanged: 2 } })
    const mixed = await run(
      'import',
      feed(
        f.root,
        'winkel.ndjson',
        [
          ...rows,
          ...rows.map((r, i) => ({ ...r, sourceId: `n${i}`, ...(i === 0 ? { description: 'Kort.' } : {}) })),
          { ...advert('4', 'Slager'), hours: 'veel' }
        ],
        source
      ),
      '--source',
      source
    )
    t.match(mixed, { code: 0, out: /geweigerd 1[^]*rij \d+ \(hours\): \S[^]*\n  1 keer: De tekst is erg kort/ })
    t.equal(await searched(), before + 2, 'what came in is found')
  })

  await t.test('import: what cannot be read changes nothing and says why', async t => {
    const source = `stuk-${mark}`
    t.match(await run('import', join(f.root, 'er-is-niets.ndjson')), { code: 1, out: '', err: /Bestand niet gevonden: .*er-is-niets/ })
    t.match(await run('import', f.root), { code: 1, err: /Bestand niet gevonden/ }, 'a folder is no file')
    const odd = join(f.root, 'foto.jpg')
    writeFileSync(odd, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]))
    t.match(await run('import', odd, '--source', source), { code: 1, out: /: mislukt\n[^]*formaat van dit bestand is niet herkend[^]*--format/ })
    const good = feed(f.root, 'stuk.ndjson', [advert('1', 'Vakkenvuller')], source)
    t.match(await run('import', good, '--source', source, '--format', 'excel'), { code: 2, err: /--format is passendwerk, job-board, csv\./ })
    t.match(await run('import', good, '--source', 'een-ander'), { code: 1, out: /: mislukt\n.*andere bron/ })
    writeFileSync(
      join(f.root, 'half.ndjson'),
      `${JSON.stringify({ kind: 'passendwerk-vacancies', version: 1, mode: 'full', source, generatedAt: 'x', count: 2 })}\n${JSON.stringify(advert('1', 'Vakkenvuller'))}\n`
    )
    t.match(await run('import', join(f.root, 'half.ndjson'), '--source', source), { code: 1, out: /: mislukt\n.*houdt halverwege op/ })
    t.match(json<ImportRun>(await run('import', good, '--source', source, '--json')), { state: 'switched', counts: { new: 1 } }, 'nothing had come in before')
  })

  await t.test('import --at: as if it were that day', async t => {
    const source = `oud-${mark}`
    const file = feed(f.root, 'oud.ndjson', [{ ...advert('1', 'Vakkenvuller'), closesAt: '2025-05-01' }], source)
    t.match(await run('import', file, '--source', source), { code: 1, out: /verlopen 1/ })
    t.match(await run('import', file, '--source', source, '--at', '2025-04-20'), { code: 0, out: /nieuw 1 [^]*verlopen 0/ })
  })

  await t.test('key: shown once, then it works', async t => {
    const made = await run('key', 'demo', '--role', 'jobhunter', '--label', `proef ${mark}`)
    t.match(made, { code: 0, err: '', out: /^pw_[0-9a-f]{12}_[A-Za-z0-9-]{43}_[0-9a-f]{6}\nBewaar deze sleutel/ })
    t.not((await run('key', 'demo', '--role', 'jobhunter')).out, made.out)
  })

  await t.test('audit: who did what with a candidate, and whether the log is whole', async t => {
    const [docent] = json<ReadonlyArray<{ id: string; pseudonym: string }>>(await run('candidates', '--json')).filter(c => c.pseudonym === 'KAND-01 Docent')
    await run('explain', 'KAND-01', 'demo:ond-001')
    const found = json<{ total: number; next: number; items: ReadonlyArray<{ seq: number; event: string; at: string }> }>(
      await run('audit', '--candidate', docent?.id ?? '', '--size', '2', '--json')
    )
    t.match(found.items[0], { event: 'match.explained' })
    t.ok(found.total > 2 && found.items.length === 2 && found.next === found.items[1]?.seq)
    const plain = await run('audit', '--candidate', 'KAND-01', '--size', '3')
    t.match(plain, { code: 0, err: '', out: /^regel +tijd \(Nederland\) +wat +uitkomst +sleutel +rol\n/ })
    t.match(plain.out, /Logboek bekeken +gelukt +[0-9a-f]{12} \((?:opdrachtregel|tijdelijke sleutel)\) +arbeidsdeskundige/)
    t.match(plain.out, /\d\d-\d\d-\d{4} \d\d:\d\d:\d\d \+0[12]:00 +Uitleg van een match bekeken/)
    t.match(plain.out, new RegExp(`3 van ${found.total + 1} regels getoond.* --before \\d+\\.$`))
    t.notOk(plain.out.includes('KAND-01') || plain.out.includes(docent?.id ?? '?'), 'it names nobody')
    t.match(await run('audit', '--candidate', `k-niet${mark}`), { code: 0, out: /^Er staat niets in het logboek over deze kandidaat\.$/ })
    t.match(await run('audit', '--candidate', 'Niemand'), { code: 1, err: /niet gevonden/ })
    t.match(await run('audit', '--since', '2999-01-01'), { code: 0, out: /^Er staat niets in het logboek\.$/ })
    t.match(await run('audit', '--size', '1'), { code: 0, out: /^regel [^\n]* over\n[^]*1 van \d+ regels getoond/ })
    t.match(await run('audit', '--verify'), { code: 0, err: '', out: /^demo: \d+ regels nagekeken, alles klopt\.$/ })
    t.match(json(await run('audit', '--verify', '--json')), [{ bureau: 'demo', broken: 0, breaks: [] }])
  })

  await t.test('reindex: everything is looked at', async t => {
    const r = await run('reindex')
    t.match(r, { code: 0, err: '', out: /^\d+ vacatures bekeken, 0 gewijzigd\.$/ })
    t.ok(Number(r.out.split(' ')[0]) > 400)
    t.match(json(await run('reindex', '--json')), { running: false, failed: false, changed: 0 })
  })
}
