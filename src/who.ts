import { expectOk, type Client } from './client.ts'
import { CommandFailure } from './command.ts'

interface Summary {
  readonly id: string
  readonly pseudonym: string
}

/** Every candidate of the bureau, page by page. */
export async function candidatesOf(client: Client): Promise<readonly Summary[]> {
  const all: Summary[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: { items: readonly Summary[]; next: string | null } = expectOk(
      await client.request({ method: 'GET', path: `/v1/candidates?size=200${after === '' ? '' : `&after=${after}`}` })
    )
    all.push(...page.items)
    after = page.next
  }
  return all
}

/** The id of a candidate named by id or by pseudonym, or by the one pseudonym that ends with these words, or holds them. */
export async function candidateIdOf(client: Client, who: string): Promise<string> {
  const all = await candidatesOf(client)
  const exact = all.find(c => c.id === who || c.pseudonym === who)
  if (exact !== undefined) return exact.id
  const name = who.toLowerCase()
  const ending = all.filter(c => c.pseudonym.toLowerCase().endsWith(` ${name}`))
  const near = ending.length === 1 ? ending : all.filter(c => c.pseudonym.toLowerCase().includes(name))
  if (near.length === 1 && near[0] !== undefined) return near[0].id
  const known = all
    .slice(0, 20)
    .map(c => `  ${c.id}  ${c.pseudonym}`)
    .join('\n')
  throw new CommandFailure(
    near.length === 0
      ? `Kandidaat niet gevonden. ${all.length === 0 ? 'Er zijn nog geen kandidaten; laad de demogegevens met: npm start' : `Bekend:\n${known}`}`
      : `Meer kandidaten passen bij deze naam:\n${near.map(c => `  ${c.id}  ${c.pseudonym}`).join('\n')}`
  )
}
