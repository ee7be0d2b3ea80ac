import type postgres from 'postgres'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor, Db, Tx } from '../../src/connect'

type Part<T> = { db: Db; as: Actor; does: (tx: Tx) => Promise<T> }

/**
 * Two transactions that overlap for certain: the second begins when the first has written, and the first commits when
 * the second waits for it (or has come to its end). `admin` is the superuser's pool.
 */
export async function atOnce<A, B>(admin: postgres.Sql, first: Part<A>, second: Part<B>): Promise<[A, B]> {
  const hasWritten = signal()
  const mayCommit = signal()
  const one = first.db.write(first.as, async (tx) => {
    const result = await first.does(tx)
    hasWritten.give()
    await mayCommit.given
    return result
  })
  await Promise.race([hasWritten.given, one])
  let isOver = false
  const two = second.db.write(second.as, second.does).finally(() => (isOver = true))
  two.catch(() => undefined)
  while (!isOver && !(await somebodyWaits(admin))) await pause(5)
  mayCommit.give()
  return Promise.all([one, two])
}

async function somebodyWaits(admin: postgres.Sql): Promise<boolean> {
  const waiting = await admin`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return waiting.length > 0
}

function signal() {
  let give!: () => void
  const given = new Promise<void>((settle) => (give = settle))
  return { give, given }
}
