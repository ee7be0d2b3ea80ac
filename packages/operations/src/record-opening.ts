import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'

type Opening = {
  submissionId: string
  /** The file's position in the submission; left out for the submission itself. */
  filePosition?: number
}

/**
 * Puts on record that a signatory has opened a submission waiting for a decision, or one of its files: the first time
 * only. For everybody else nothing happens. Gives whether this was that first time.
 */
export async function recordOpening(tx: Tx, { submissionId, filePosition }: Opening): Promise<boolean> {
  const [row] = await tx.execute<{ first: boolean }>(
    sql`select portal.record_opening(${submissionId}, ${filePosition ?? null}::integer) as first`,
  )
  return row!.first
}
