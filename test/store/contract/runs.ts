import { makeKey } from '../../../src/access/key.ts'
import { ImportRunSchema, NO_COUNTS, type ImportRun, type RowReport } from '../../../src/domain/import.ts'
import { AT, vacancy } from '../../helpers/vacancy.ts'
import { BUREAU, LATER, lease, OTHER, type Case } from './place.ts'

const importRun = (id: string, startedAt: string, rest: Partial<ImportRun> = {}): ImportRun =>
  ImportRunSchema.parse({
    id,
    source: 'bron',
    format: 'passendwerk',
    mode: 'full',
    state: 'wait',
    reason: null,
    message: null,
    remedy: null,
    counts: NO_COUNTS,
    startedAt,
    endedAt: null,
    generation: null,
    rules: 'x',
    ...rest
  })
const rowReport = (seq: number, code = 'no-title'): RowReport => ({
  seq,
  position: seq + 1,
  sourceId: null,
  severity: 'rejected',
  code,
  field: 'title',
  message: 'm',
  remedy: 'r',
  sample: null
})

export const runs: Readonly<Record<string, Case>> = {
  'a run is created, updated and listed, newest first': async (t, store, reopen) => {
    const made = [
      importRun('r-0000000001', '2026-11-24T01:00:00.000Z'),
      importRun('r-0000000002', '2026-11-24T03:00:00.000Z'),
      importRun('r-0000000003', '2026-11-24T02:00:00.000Z')
    ]
    for (const run of made) await store.runs.create(run)
    const ended = importRun('r-0000000001', '2026-11-24T01:00:00.000Z', {
      state: 'switched',
      endedAt: LATER,
      generation: 4,
      counts: { ...NO_COUNTS, received: 3, new: 3 }
    })
    await store.runs.update(ended)
    const again = await reopen()
    t.same(await again.runs.get('r-0000000001'), ended)
    t.equal(await again.runs.get('r-0000000009'), undefined)
    t.same(
      (await again.runs.list(10)).map(r => r.id),
      ['r-0000000002', 'r-0000000003', 'r-0000000001']
    )
    t.same(
      (await again.runs.list(2)).map(r => r.id),
      ['r-0000000002', 'r-0000000003']
    )
    await t.rejects(again.runs.create(ended), 'an id is used once')
  },
  'row reports page by number, per run': async (t, store) => {
    await store.runs.report('r-0000000001', [rowReport(1), rowReport(2), rowReport(3)])
    await store.runs.report('r-0000000001', [rowReport(3, 'no-id'), rowReport(4)])
    await store.runs.report('r-0000000002', [rowReport(1, 'foreign')])
    t.same(await store.runs.rows('r-0000000001', 0, 10), [rowReport(1), rowReport(2), rowReport(3, 'no-id'), rowReport(4)])
    t.same(await store.runs.rows('r-0000000001', 1, 2), [rowReport(2), rowReport(3, 'no-id')])
    t.same(await store.runs.rows('r-0000000002', 0, 10), [rowReport(1, 'foreign')])
    t.same(await store.runs.rows('r-0000000003', 0, 10), [])
  },
  'the switch of a run is in its record': async (t, store) => {
    await store.runs.create(importRun('r-0000000001', AT.instant))
    const run = await lease(store.vacancies, 'bron')
    await store.vacancies.stage(run, [vacancy('bron:1')])
    t.match(await store.runs.get(run.id), { state: 'wait', generation: null })
    const { generation } = await store.vacancies.switch(run, AT.instant)
    t.match(await store.runs.get(run.id), { state: 'switched', generation })
  }
}

export const keys: Readonly<Record<string, Case>> = {
  'a key is kept as a hash, found, listed per bureau and revoked once': async (t, store, reopen) => {
    const [a, b, c] = [
      makeKey(BUREAU, 'jobhunter', 'a', AT.instant),
      makeKey(BUREAU, 'beheerder', 'b', LATER, LATER),
      makeKey(OTHER, 'import', 'c', AT.instant)
    ]
    for (const k of [a, b, c]) await store.keys.add(k.stored)
    const again = await reopen()
    t.same(await again.keys.find(b.stored.id), b.stored)
    t.equal(await again.keys.find('000000000000'), undefined)
    t.same(await again.keys.list(BUREAU), [a.stored, b.stored])
    t.same(await again.keys.list(OTHER), [c.stored])
    t.notOk(JSON.stringify(await again.keys.list(BUREAU)).includes(a.secret))
    t.equal(await again.keys.revoke(a.stored.id, LATER), true)
    t.equal(await again.keys.revoke(a.stored.id, AT.instant), false)
    t.equal(await again.keys.revoke('000000000000', AT.instant), false)
    t.same(await again.keys.find(a.stored.id), { ...a.stored, revokedAt: LATER })
    t.same(await again.keys.find(b.stored.id), b.stored)
  }
}
