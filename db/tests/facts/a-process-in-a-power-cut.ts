import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { connect } from '../../src/connect'
import { surviveLostConnections } from '../../src/lost-connection'

const say = (line: string) => process.send!(line)

// Run by lost-connection.test.ts as a process of its own: what nobody catches would end the test runner.
if (process.argv[2] === 'guarded') surviveLostConnections((line) => say(`told: ${line}`))
const db = connect(process.env.DATABASE_URL!, { max: 1 })
const lost = db.asLogin(async (tx) => {
  await tx.execute(sql`select 1`)
  say('in a transaction')
  await new Promise<void>((gone) => process.once('message', () => gone()))
  await tx.execute(sql`select 2`)
})
lost.catch(() => say('the caller was told'))
await pause(3000)
say('alive')
await pause(200)
process.exit(0)
