import type { Candidate } from '../../domain/candidate.ts'
import { fold } from '../../reference/dutch.ts'
import { CERTIFICATES, heldLicences, LICENCES } from '../../reference/licences.ts'

const names = (text: string, word: string): boolean => ` ${text.replaceAll(/[^a-z0-9'-]+/g, ' ')} `.includes(` ${fold(word)} `)

/** Codes of papers that a step asks and the candidate already has: the words of our tables stand in `missing`. */
export function heldPapers(c: Candidate, missing: string): readonly string[] {
  const text = fold(missing)
  const licences = heldLicences(c.profile.licences ?? [])
  const certificates = new Set(c.profile.certificates ?? [])
  return [
    ...[...LICENCES.values()].filter(l => licences.has(l.code) && names(text, `rijbewijs ${l.code}`)).map(l => l.code),
    ...[...CERTIFICATES.values()].filter(p => certificates.has(p.code) && p.words.some(w => names(text, w))).map(p => p.code)
  ]
}
