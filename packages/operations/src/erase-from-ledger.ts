import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'

/**
 * Erases what the ledger discloses of a person, in all projects, as the administrator; each chain gets an entry that
 * says so. Entries, hashes and checkpoints stay and verify. Gives how many data were erased: none the second time.
 */
export async function eraseFromLedger(tx: Tx, { personId }: { personId: string }) {
  const [row] = await tx.execute<{ erased: number }>(sql`select app.erase_from_ledger(${personId}) as erased`)
  return { ok: true as const, erased: row!.erased }
}
