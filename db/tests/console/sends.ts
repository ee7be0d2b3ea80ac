import type postgres from 'postgres'
import type { StaffActor, StaffRole } from '../../src/connect'
import type { StoryDatabase } from '../harness/story'

const undo = new Error('undo')

/** Statements as whoever took over the console's process would send them, in the role that he says; all undone. */
export function sends(db: StoryDatabase) {
  async function inRole<T>(
    actor: StaffActor,
    role: StaffRole,
    work: (tx: postgres.TransactionSql) => Promise<T>,
  ): Promise<T> {
    let outcome: { value: T } | null = null
    await db.console.sql
      .begin(async (tx) => {
        await tx`select set_config('app.session_token', ${actor.token}, true), set_config('role', ${role}, true),
          set_config('search_path', 'public', true)`
        outcome = { value: await work(tx) }
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return outcome!.value
  }
  return {
    rows: (actor: StaffActor, statement: string, role: StaffRole = actor.role) =>
      inRole(actor, role, async (tx) => [...(await tx.unsafe<Record<string, unknown>[]>(statement))]),
    /** The error's code; null where the statement was done. */
    refusal: (actor: StaffActor, statement: string, role: StaffRole = actor.role) =>
      inRole(actor, role, (tx) => tx.unsafe(statement)).then(
        () => null,
        (error: postgres.PostgresError) => error.code,
      ),
  }
}
