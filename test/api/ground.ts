import t from 'tap'
import { Bench, type Call, type Reply } from '../helpers/api.ts'
import { CANDIDATE, ROWS } from '../helpers/market.ts'

export const EXPERT = ['een', 'arbeidsdeskundige'] as const
export const ADMIN = ['een', 'beheerder'] as const
export const GROUPS = ['passend', 'te-verifieren', 'niet-passend', 'net-niet'] as const
/** One program for every case of `routes.test.ts`. */
export const bench = new Bench()
await bench.load('proef', ROWS)
t.teardown(async () => {
  await bench.close()
})

export const call = async (c: Call): Promise<Reply> => await bench.call(c)
export const create = async (body: unknown = CANDIDATE): Promise<{ readonly id: string; readonly path: string }> => {
  const { json } = await call({ method: 'POST', url: '/v1/candidates', as: EXPERT, body })
  return { id: json.id, path: `/v1/candidates/${json.id}` }
}
export const post = async (url: string, body: unknown): Promise<Reply> => await call({ method: 'POST', url, as: EXPERT, body })
export const counts = async (path: string, state: object = {}): Promise<{ searched: number; passend: number; teVerifieren: number; nietPassend: number }> =>
  (await post(`${path}/matches`, { ...state, size: 1 })).json.counts
export const idsOf = (reply: Reply): readonly string[] => reply.json.hits.map((h: { vacancy: { id: string } }) => h.vacancy.id)
