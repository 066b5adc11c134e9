import t from 'tap'
import { serverKills } from './store-kills.cases.ts'

// A file of its own, and an early one: it starts a server eleven times, beside which others go on.
t.test('the server is killed while it acknowledges', serverKills)
