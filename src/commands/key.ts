import { expectOk, openClient } from '../client.ts'
import { UsageError, type Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { RoleSchema, TenantSchema } from '../domain/tenant.ts'

/** Makes an API key for a bureau, through the API of a running server or here. */
export const key: Command = {
  name: 'key',
  summary: 'Een API-sleutel maken voor een bureau',
  usage: 'key BUREAU --role ROL [--label TEKST]',
  options: { role: { type: 'string' }, label: { type: 'string' } },
  help: [
    ['BUREAU', 'Korte naam van het bureau: kleine letters, cijfers, streepjes'],
    ['--role ROL', RoleSchema.options.join(', ')],
    ['--label TEKST', 'Waar de sleutel voor is']
  ],
  arity: [1, 1],
  async run({ positionals, values }, io) {
    const tenant = TenantSchema.safeParse(positionals[0])
    const role = RoleSchema.safeParse(values['role'])
    if (!tenant.success) throw new UsageError('BUREAU mag alleen kleine letters, cijfers en streepjes hebben.')
    if (!role.success) throw new UsageError(`--role is ${RoleSchema.options.join(', ')}.`)
    const client = await openClient(readConfig(), tenant.data, 'beheerder')
    try {
      const made = expectOk<{ secret: string }>(
        await client.request({ method: 'POST', path: '/v1/keys', body: { role: role.data, label: String(values['label'] ?? role.data) } })
      )
      io.out(`${made.secret}\nBewaar deze sleutel: hij is alleen nu te zien.`)
      return 0
    } finally {
      await client.close()
    }
  }
}
