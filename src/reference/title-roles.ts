import { fold } from './dutch.ts'
import { readTable } from './table.ts'

/** Heads that name a role beside a trade, such as "ploegleider", with the group of that role by the trade's code or its start. */
const ROLES = new Map<string, Map<string, string>>()
for (const r of readTable('occupations/roles.tsv', ['role', 'domain', 'isco4', 'why'])) {
  const role = fold(r.role)
  ROLES.set(role, (ROLES.get(role) ?? new Map<string, string>()).set(r.domain, r.isco4))
}

/** Whether a head is a role that every trade has. */
export const isRole = (head: string): boolean => ROLES.has(head)

/** The group of somebody with a role in a trade: who leads bricklayers is in another group than they are. */
export function groupOfRole(head: string, trade: string): string | undefined {
  const byTrade = ROLES.get(head)
  return byTrade?.get(trade) ?? byTrade?.get(trade.slice(0, 3)) ?? byTrade?.get(trade.slice(0, 2))
}
