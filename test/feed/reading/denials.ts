import type { Test } from 'tap'
import { NOT_PLAIN, NOT_SURE, PLAIN } from '../denials.cases.ts'
import { read } from './read.ts'
import { say } from './say.ts'

/** All that an import states of a text: the stated loads, and the parts of the day and the week it says or denies. */
function statedOf(text: string): readonly string[] {
  const { demands, schedule: s } = read(text)
  const parts = { evening: s.evening, night: s.night, weekend: s.weekend, 'on-call': s.onCall }
  return [
    ...demands.filter(l => l.kind === 'text' && l.provenance === 'stated').map(say),
    ...Object.entries(parts).flatMap(([name, yes]) => (yes === null ? [] : [yes ? name : `no-${name}`]))
  ]
}

/** A denial states something only where it holds as it stands: believed too soon it sends somebody to work that harms. */
export function denials(t: Test): void {
  for (const [text, never] of NOT_PLAIN) t.notOk(statedOf(text).includes(never), `${text} does not state ${never}`)
  for (const [text, wanted] of PLAIN) t.ok(statedOf(text).includes(wanted), `${text} states ${wanted} (${statedOf(text).join(' ')})`)
  for (const [text, never] of NOT_SURE)
    t.notOk(
      statedOf(text).some(s => s.startsWith(never)),
      `${text} does not state ${never}`
    )
  t.end()
}
