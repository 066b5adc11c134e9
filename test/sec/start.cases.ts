import t from 'tap'
import { buildServer } from '../../src/api/server.ts'
import { bench } from './ground.ts'

void t.test('the start is refused when a route lacks a policy or an audit decision', async t => {
  const fresh = async (): ReturnType<typeof buildServer> =>
    await buildServer(bench.app.apiContext(), { logger: bench.app.logger, proxies: [], docs: false, version: 'proef' })
  const policy = { public: true } as const
  const handler = async (): Promise<string> => 'x'
  for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS'] as const) {
    for (const [config, complaint] of [
      [{}, /no access policy/],
      [{ audit: false }, /no access policy/],
      [{ policy }, /no audit decision/],
      [undefined, /no access policy/]
    ] as const) {
      const build = await fresh()
      const route = { method, url: '/v1/slecht', handler, ...(config === undefined ? {} : { config }) }
      void build.register(async scope => {
        scope.route(route)
      })
      await t.rejects(async () => await build.ready(), complaint, `${method} ${JSON.stringify(config)}`)
      await build.close()
    }
  }
  const good = await fresh()
  void good.register(async scope => {
    scope.get('/v1/goed', { config: { policy, audit: false } }, handler)
  })
  await good.ready()
  t.equal((await good.inject('/v1/goed')).statusCode, 200, 'with both it starts')
  await good.close()
})
