import type { Test } from 'tap'
import { normalise } from '../../../src/feed/normalise.ts'
import type { Parsed } from '../../../src/feed/source.ts'
import { TextReader } from '../../../src/feed/text-reader.ts'
import { importedTexts, takeImported } from '../../../src/reference/imported.ts'
import { AT } from '../../helpers/vacancy.ts'

const TITLES = 'title\tisco4\nzonnebloemmeester\t2341\n'
const POSTCODES = 'pc4\tlat\tlon\tplace\n3511\t52.0938\t5.1186\tUtrecht\n'

const row = (): Extract<Parsed, { kind: 'row' }> => ({
  kind: 'row',
  position: 1,
  sourceId: '1',
  raw: false,
  warnings: [],
  facts: { title: 'Zonnebloemmeester', description: 'Je werkt met kinderen.\n'.repeat(40), locations: [{ postcode: '3511 AB', place: 'Utrecht' }] }
})

/** Tables an operator imported count in the other thread too, also when they change while it lives. */
export async function importedTables(t: Test): Promise<void> {
  const before = importedTexts()
  const reader = new TextReader({ inPlace: 100, deadline: 60_000 })
  t.teardown(async () => {
    takeImported(before)
    await reader.close()
  })
  const there = async (): Promise<unknown> => await reader.normalise(row(), 'bron', AT)
  const own = normalise(row(), 'bron', AT)
  t.match(own, { vacancy: { occupation: { isco: [] }, locations: [{ code: 'utrecht' }] } })
  t.same(await there(), own)
  takeImported({ 'esco-beroepen': TITLES, postcodes: POSTCODES })
  const wider = normalise(row(), 'bron', AT)
  t.match(wider, { vacancy: { occupation: { isco: [{ code: '2341' }] }, locations: [{ code: 'pc4-3511' }] } })
  t.same(await there(), wider, 'a thread that lived before reads with them')
  t.same(await there(), wider, 'and again')
  takeImported(before)
  t.same(await there(), own, 'until they are no longer in use')
}
