import { z } from 'zod'
import { nl } from 'zod/locales'
import type { FieldError } from './problem.ts'
import { pointerOf } from './problem.ts'

/** Dutch messages for every schema of the program. */
export const useDutch = (): void => {
  z.config(nl())
}

interface Issue {
  readonly code?: string
  readonly path?: readonly PropertyKey[]
  readonly message?: string
  readonly keys?: readonly string[]
}

const OWN: Readonly<Record<string, string>> = {
  editie: 'Noem de editie van het formulier: referentie, klassiek of maart2024. Een nummer zonder editie is niet eenduidig.'
}

/** Every issue as pointer and message, without the value that was sent. */
export function fieldErrors(issues: readonly Issue[], root = ''): readonly FieldError[] {
  return issues.slice(0, 50).flatMap((issue): FieldError[] => {
    const path = issue.path ?? []
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map(key => ({ pointer: root + pointerOf([...path, key]), message: 'Dit veld bestaat hier niet.' }))
    }
    const last = String(path.at(-1) ?? '')
    return [{ pointer: root + pointerOf(path), message: OWN[last] ?? issue.message ?? 'Deze waarde kan niet.' }]
  })
}
