import { Parser } from 'tap-parser'

// Reads the TAP stream of the whole run and ends it with one plain line. tap repeats a finished child as one assert of its
// parent: the repeat is not counted, but a child that crashed without a failed leaf is.
const n = { passed: 0, failed: 0, skipped: 0 }
const kind = a => (a.skip || a.todo ? 'skipped' : a.ok ? 'passed' : 'failed')
// A file runs as its compiled copy and is told by its own name.
const plain = name => name.replace(/^\.tap[\\/]tree[\\/](.*?)\.js/, '$1.ts')
// Some files take minutes: each tells when it has ended, and how long it took.
const tellEnds = parser => {
  parser.on('child', c => {
    c.on('complete', r => {
      console.log(`${r.ok ? 'ok' : 'not ok'} ${plain(c.name)}${typeof r.time === 'number' ? ` (${Math.round(r.time / 1000)} s)` : ''}`)
    })
  })
}
const watch = parser => {
  let child
  let before = 0
  parser.on('child', c => {
    child = c.name
    before = n.failed
    watch(c)
  })
  parser.on('assert', a => {
    const repeat = a.name === child
    if (repeat) child = undefined
    if (repeat && (kind(a) !== 'failed' || n.failed > before)) return
    n[kind(a)]++
    if (kind(a) === 'failed') console.log('not ok', plain(a.fullname), JSON.stringify(a.diag ?? {}, null, 1))
    if (kind(a) === 'skipped') console.log('SKIPPED', plain(a.fullname), a.skip || a.todo)
  })
}
const root = new Parser(r => {
  if (!r.ok && n.failed === 0) n.failed = 1
  console.log(`${n.passed} passed, ${n.failed} failed${n.skipped > 0 ? `, ${n.skipped} skipped` : ''}`)
})
watch(root)
tellEnds(root)
process.stdin.pipe(root)
