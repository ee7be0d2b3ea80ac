import type { Tx } from '@countersign/db/connect'

/** What an operation says happened: it was done, or why not. A refusal leaves nothing written. */
export type Done<T = object> = { ok: true } & T
export type Refused<Why extends string> = { ok: false; why: Why }

export function refused<const Why extends string>(why: Why): Refused<Why> {
  return { ok: false, why }
}

/** Runs `work` in a savepoint, which a refusal rolls back: for what is found out only after something was written. */
export async function undoneIfRefused<T extends { ok: boolean }>(
  tx: Tx,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const refusal: { result?: T; undo: Error } = { undo: new Error('refused') }
  try {
    return await tx.transaction(async (inner) => {
      const result = await work(inner)
      if (result.ok) return result
      refusal.result = result
      throw refusal.undo
    })
  } catch (error) {
    if (error === refusal.undo) return refusal.result!
    throw error
  }
}

/** The constraint that settled a race or refused a row, by its name; null where the error is of another kind. */
export function brokenConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const name = (cause as { constraint_name?: unknown }).constraint_name
    if (typeof name === 'string' && name !== '') return name
  }
  return null
}
