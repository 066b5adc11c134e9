import { StaleVersion } from '../../../src/store/store.ts'
import { AT } from '../../helpers/vacancy.ts'
import { BUREAU, event, input, LATER, limited, OTHER, type Case } from './place.ts'

export const candidates: Readonly<Record<string, Case>> = {
  'a created candidate is read back whole, also after a restart': async (t, store, reopen) => {
    const made = await store.bureau(BUREAU).candidates.create(limited('KAND-1', 'niet tillen boven schouderhoogte'), AT.instant)
    t.match(made, { id: /^k-[a-z0-9]{6,26}$/, version: 1, createdAt: AT.instant, updatedAt: AT.instant, pseudonym: 'KAND-1' })
    t.same(await store.bureau(BUREAU).candidates.get(made.id), made)
    const again = await reopen()
    t.same(await again.bureau(BUREAU).candidates.get(made.id), made)
    t.equal(await again.bureau(BUREAU).candidates.get('k-bestaatniet'), undefined)
  },
  'the list pages in order of id, without a gap and without a double': async (t, store) => {
    const { candidates } = store.bureau(BUREAU)
    const made = []
    for (let i = 0; i < 7; i++) made.push(await candidates.create(input(`KAND-${i}`), AT.instant))
    const pages = []
    for (let after: string | undefined; pages.length < 10;) {
      const page = await candidates.list(after, 3)
      pages.push(page)
      if (page.length === 0) break
      after = page.at(-1)?.id
    }
    t.same(
      pages.map(p => p.length),
      [3, 3, 1, 0]
    )
    t.same(
      pages.flat(),
      made
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, pseudonym, version, createdAt, updatedAt }) => ({ id, pseudonym, version, createdAt, updatedAt }))
    )
  },
  'a replace gives the next version and keeps id and beginning': async (t, store, reopen) => {
    const { candidates } = store.bureau(BUREAU)
    const made = await candidates.create(input('KAND-1'), AT.instant)
    const next = await candidates.replace(made.id, 1, limited('KAND-1b', 'zittend werk'), LATER)
    t.match(next, { id: made.id, version: 2, pseudonym: 'KAND-1b', createdAt: AT.instant, updatedAt: LATER })
    t.same(await candidates.get(made.id), next)
    t.match(await candidates.list(undefined, 5), [{ id: made.id, version: 2, pseudonym: 'KAND-1b', createdAt: AT.instant, updatedAt: LATER }])
    t.equal(await candidates.replace('k-bestaatniet', 1, input('KAND-2'), LATER), undefined)
    t.same(await (await reopen()).bureau(BUREAU).candidates.get(made.id), next)
  },
  'a stale version is refused and changes nothing': async (t, store) => {
    const { candidates } = store.bureau(BUREAU)
    const made = await candidates.create(input('KAND-1'), AT.instant)
    const second = await candidates.replace(made.id, 1, input('KAND-2'), LATER)
    for (const version of [0, 1, 3]) {
      const error: unknown = await candidates.replace(made.id, version, input('KAND-3'), LATER).then(
        () => undefined,
        (e: unknown) => e
      )
      t.ok(error instanceof StaleVersion, `version ${version}`)
    }
    t.same(await candidates.get(made.id), second)
    t.match(await candidates.list(undefined, 5), [{ pseudonym: 'KAND-2', version: 2 }])
  },
  'of two replaces at once one wins and the other is stale': async (t, store) => {
    const { candidates } = store.bureau(BUREAU)
    const made = await candidates.create(input('KAND-1'), AT.instant)
    const both = await Promise.allSettled(['KAND-A', 'KAND-B'].map(p => candidates.replace(made.id, 1, input(p), LATER)))
    const won = both.flatMap(r => (r.status === 'fulfilled' ? [r.value] : []))
    t.equal(won.length, 1)
    t.ok(both.some(r => r.status === 'rejected' && r.reason instanceof StaleVersion))
    t.same(await candidates.get(made.id), won[0])
  },
  'input that does not fit the schema is refused and stores nothing': async (t, store) => {
    const { candidates } = store.bureau(BUREAU)
    const made = await candidates.create(input('KAND-1'), AT.instant)
    const bad = { ...input('KAND-2'), pseudonym: 'Jan, geboren in 1980!' }
    await t.rejects(candidates.create(bad, AT.instant))
    await t.rejects(candidates.replace(made.id, 1, bad, LATER))
    t.match(await candidates.list(undefined, 5), [{ pseudonym: 'KAND-1', version: 1 }])
    t.same(await candidates.get(made.id), made)
  },
  'an erased candidate is gone, and only that one': async (t, store, reopen) => {
    const { candidates } = store.bureau(BUREAU)
    const [gone, kept] = [await candidates.create(input('KAND-1'), AT.instant), await candidates.create(input('KAND-2'), AT.instant)]
    t.equal(await candidates.erase(gone.id), true)
    t.equal(await candidates.erase(gone.id), false)
    t.equal(await candidates.get(gone.id), undefined)
    t.equal(await candidates.replace(gone.id, 1, input('KAND-3'), LATER), undefined)
    const again = (await reopen()).bureau(BUREAU).candidates
    t.equal(await again.get(gone.id), undefined)
    t.same(
      (await again.list(undefined, 5)).map(c => c.id),
      [kept.id]
    )
    t.same(await again.get(kept.id), kept)
  }
}

export const tenants: Readonly<Record<string, Case>> = {
  'a bureau reads, changes and erases nothing of another': async (t, store, reopen) => {
    const [mine, theirs] = [store.bureau(BUREAU), store.bureau(OTHER)]
    const made = await mine.candidates.create(limited('KAND-1', 'geen trappen'), AT.instant)
    await mine.audit.append(event('candidate.created'))
    t.same([mine.candidates.tenant, theirs.candidates.tenant], [BUREAU, OTHER])
    t.equal(await theirs.candidates.get(made.id), undefined)
    t.equal(await theirs.candidates.replace(made.id, 1, input('KAND-X'), LATER), undefined)
    t.equal(await theirs.candidates.erase(made.id), false)
    t.same(await theirs.candidates.list(undefined, 5), [])
    t.same(await theirs.audit.list(0, 5), [])
    t.same(await mine.candidates.get(made.id), made, 'positive control: the own bureau still reads it')
    t.equal((await mine.audit.list(0, 5)).length, 1)
    const again = await reopen()
    t.same(await again.tenants(), [BUREAU, OTHER])
    t.equal(await again.bureau(OTHER).candidates.get(made.id), undefined)
    t.same(await again.bureau(BUREAU).candidates.get(made.id), made)
  },
  'a name that is no tenant opens nothing': async (t, store) => {
    for (const name of ['../elders', 'Bureau', '', 'a'.repeat(31), 'a/b']) t.throws(() => store.bureau(name), name)
    t.same(await store.tenants(), [])
  }
}

export const audit: Readonly<Record<string, Case>> = {
  'records form a chain that goes on after a restart': async (t, store, reopen) => {
    const first = await store.bureau(BUREAU).audit.append(event('candidate.created', 'abc'))
    const second = await store.bureau(BUREAU).audit.append(event('candidate.read', 'abc'))
    const { audit } = (await reopen()).bureau(BUREAU)
    const third = await audit.append(event('matches.read'))
    t.same(
      [first, second, third].map(r => r.seq),
      [1, 2, 3]
    )
    t.same([first.previous, second.previous, third.previous], ['', first.hash, second.hash])
    t.equal(new Set([first.hash, second.hash, third.hash]).size, 3)
    t.same(await audit.list(0, 10), [first, second, third])
    t.same(await audit.list(1, 1), [second])
    t.same(await audit.list(3, 10), [])
    t.same(await audit.verify(), { checked: 3, broken: 0, breaks: [] })
  },
  'an empty and a long chain verify': async (t, store) => {
    const { audit } = store.bureau(BUREAU)
    t.same(await audit.verify(), { checked: 0, broken: 0, breaks: [] })
    for (let i = 0; i < 501; i++) await audit.append(event('matches.read', String(i)))
    t.same(await audit.verify(), { checked: 501, broken: 0, breaks: [] })
  },
  'appends at once each get their own place': async (t, store) => {
    const { audit } = store.bureau(BUREAU)
    const made = await Promise.all(Array.from({ length: 20 }, async (_, i) => audit.append(event('candidate.read', String(i)))))
    t.same(
      made.map(r => r.seq).toSorted((a, b) => a - b),
      Array.from({ length: 20 }, (_, i) => i + 1)
    )
    t.same(await audit.verify(), { checked: 20, broken: 0, breaks: [] })
  },
  'a record with more than the schema knows is refused': async (t, store) => {
    const { audit } = store.bureau(BUREAU)
    await t.rejects(audit.append({ ...event('candidate.read'), limits: 'tillen' } as never))
    t.same(await audit.verify(), { checked: 0, broken: 0, breaks: [] })
  }
}
