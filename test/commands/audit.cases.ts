import { readdirSync } from 'node:fs'
import type { Test } from 'tap'
import { folders } from '../helpers/folders.ts'
import { behind } from '../store/sqlite/behind.ts'
import { json, run, use } from './run.ts'

/** Every bureau is looked at; a log that was changed is told, with exit code 1. */
export async function verified(t: Test): Promise<void> {
  const f = folders(t)
  use(f)
  t.match(await run('audit', '--verify'), { code: 0, out: 'Er is nog geen logboek.' })
  t.same(
    readdirSync(f.data).filter(name => name.startsWith('bureau-')),
    [],
    'looking makes no bureau'
  )
  await run('key', 'noord', '--role', 'beheerder')
  for (const label of ['een', 'twee', 'drie']) await run('key', 'zuid', '--role', 'jobhunter', '--label', label)
  t.match(await run('audit', '--verify'), { code: 0, out: /^noord: 1 regel nagekeken, alles klopt\.\nzuid: 3 regels nagekeken, alles klopt\.$/ })
  behind(f, 'bureau-zuid.db', db => {
    db.run('DELETE FROM audit WHERE seq = 2')
  })
  t.match(await run('audit', '--verify'), {
    code: 1,
    err: '',
    out: /^noord: 1 regel nagekeken, alles klopt\.\nzuid: 2 regels nagekeken, 1 fout\.\n {2}voor regel 3 ontbreken regels\nBewaar de gegevensmap/
  })
  t.match(await run('audit', '--verify', '--bureau', 'noord'), { code: 0 })
  t.match(json(await run('audit', '--verify', '--json', '--bureau', 'zuid')), [{ bureau: 'zuid', checked: 2, broken: 1, breaks: [{ seq: 3, kind: 'gap' }] }])
  t.match(await run('audit', '--bureau', 'zuid'), { code: 0, out: /Sleutel gemaakt[^]*Let op: 1 regel van het logboek ontbreekt of is onleesbaar/ })
}
