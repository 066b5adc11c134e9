import t from 'tap'
import { ElasticsearchReverse } from '../../../src/engines/elasticsearch/elasticsearch-reverse.ts'
import { connect } from '../../../src/elasticsearch/client.ts'
import { isFault } from '../../../src/elasticsearch/errors.ts'
import { profileOf } from '../../../src/match/reverse/profile-of.ts'
import { ProfileShelves } from '../../../src/match/reverse/profile-shelf.ts'
import { CandidateInputSchema } from '../../../src/domain/candidate.ts'
import { document, limit } from '../../helpers/candidate.ts'
import { AT, load, vacancy } from '../../helpers/vacancy.ts'
import { ALL, answered, oracle, People } from '../../engines/contract-reverse/people.ts'
import { documents, world } from './ground.ts'

const heavy = vacancy('bron:zwaar', { demands: [load('tillen_kg', { op: 'eq', value: 25, unit: 'kg' })] })
const weak = CandidateInputSchema.parse({
  pseudonym: 'CANARY 7777',
  documents: [document([limit('4.13', 3)], { texts: [{ code: '4.13', text: 'CANARY tekst', status: 'mapped', reason: 'CANARY reden' }] })],
  profile: { experience: [{ title: 'CANARY beroep' }] }
})
const strong = { documents: [document([])] }

void t.test('documents hold six fields of codes, and the excluded are neither fetched nor opened', async t => {
  const connection = await world(t)
  const people = new People('een')
  for (let i = 0; i < 20; i++) people.write(`k-${String(i).padStart(6, '0')}`, i < 15 ? weak : strong)
  await answered(t, new ElasticsearchReverse(connection, people, new ProfileShelves()), heavy, 'passend')
  const docs = await documents(connection, 'een')
  t.equal(docs.length, 20)
  for (const doc of docs) t.same(Object.keys(doc).sort(), ['candidate', 'day', 'forbidden', 'payload', 'scorecard', 'version'])
  t.notOk(/canary|7777|tekst|4\.13/i.test(JSON.stringify(docs)), 'nothing a person wrote, no pseudonym, no item of a form')
  t.ok(JSON.stringify(docs[0]?.['forbidden']).includes('load=tillen_kg:3:overschrijding'))
  const shelves = new ProfileShelves()
  const other = new ElasticsearchReverse(connection, people, shelves)
  const before = people.opened
  for (const group of ['passend', 'te-verifieren'] as const) t.same(await answered(t, other, heavy, group), oracle(people.rows.values(), heavy, group))
  t.equal(people.opened, before, 'another instance reads profiles from the index, not records')
  t.equal(shelves.ids('een').length, 5, 'and only of those the vacancy does not exclude')
  t.same(await answered(t, other, heavy, 'niet-passend'), oracle(people.rows.values(), heavy, 'niet-passend'))
  t.equal(shelves.ids('een').length, 20, 'unless the excluded are asked for')
})

void t.test('the index of another bureau is never touched; what was erased is swept', async t => {
  const connection = await world(t)
  const [ours, theirs] = [new People('een'), new People('een-2')]
  const two = new ElasticsearchReverse(connection, theirs, new ProfileShelves())
  theirs.write('k-aaaaaa', weak)
  await answered(t, two, heavy, 'passend')
  const index = `${connection.prefix}-profiles-een-2`
  const touched = async (): Promise<unknown> => {
    const { _all } = await connection.client.indices.stats({ index, metric: ['search', 'get', 'indexing'] })
    const { search, get, indexing } = _all.primaries ?? {}
    return [search?.query_total, get?.total, indexing?.index_total, indexing?.delete_total]
  }
  const before = await touched()
  const one = new ElasticsearchReverse(connection, ours, new ProfileShelves())
  for (const id of ['k-aaaaaa', 'k-bbbbbb', 'k-cccccc']) ours.write(id, weak)
  for (const group of ALL) await answered(t, one, heavy, group)
  await one.remove('k-aaaaaa')
  ours.rows.delete('k-aaaaaa')
  ours.rows.delete('k-bbbbbb')
  await documents(connection, 'een')
  await answered(t, one, heavy, 'niet-passend')
  t.same(await touched(), before, 'no search, read or write there')
  t.same(
    (await documents(connection, 'een')).map(d => d['candidate']),
    ['k-cccccc'],
    'an erased one whose removal was missed is swept by the next search'
  )
})

void t.test('an index that is gone, mapped otherwise or holds nonsense is made anew from the records', async t => {
  const connection = await world(t)
  const people = new People('een')
  const index = `${connection.prefix}-profiles-een`
  for (const id of ['k-aaaaaa', 'k-bbbbbb']) people.write(id, weak)
  await connection.client.indices.create({ index, mappings: { properties: { forbidden: { type: 'text' } } } })
  const exact = async (reverse: ElasticsearchReverse): Promise<void> => {
    for (const group of ALL) t.same(await answered(t, reverse, heavy, group), oracle(people.rows.values(), heavy, group), group)
  }
  const reverse = new ElasticsearchReverse(connection, people, new ProfileShelves())
  await exact(reverse)
  t.equal((await documents(connection, 'een')).length, 2)
  await connection.client.indices.delete({ index })
  people.write('k-cccccc', weak)
  await exact(reverse)
  t.equal((await documents(connection, 'een')).length, 1, 'what is new is written again')
  const stamp = profileOf(people.rows.get('k-aaaaaa') as never, AT)
  const head = { candidate: 'k-aaaaaa', version: 1, scorecard: stamp.scorecard, day: 20_781, forbidden: [] }
  await connection.client.index({ index, id: 'k-aaaaaa', refresh: true, document: { ...head, payload: { bars: 'onzin' } } })
  await exact(new ElasticsearchReverse(connection, people, new ProfileShelves()))
})

void t.test('a server that does not answer gives a fault, never a part; a removal is not said to be done', async t => {
  const people = new People('een')
  people.write('k-aaaaaa', weak)
  const dead = connect({ url: 'http://127.0.0.1:9', prefix: 't-dood', replicas: 0 })
  const reverse = new ElasticsearchReverse(dead, people, new ProfileShelves())
  const fault = async (work: Promise<unknown>): Promise<unknown> => await work.catch((error: unknown) => error)
  t.ok(isFault(await fault(reverse.search({ vacancy: heavy.prepared, at: AT, group: 'passend', size: 5 })), 'lost'))
  t.ok((await fault(reverse.remove('k-aaaaaa'))) instanceof Error)
  t.ok((await fault(reverse.put(profileOf(people.rows.get('k-aaaaaa') as never, AT)))) instanceof Error)
  t.equal((await reverse.ready()).ready, false)
  await dead.client.close()
})
