import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'

/** Jobs that failed and are tried again, or were given up; `error` is the first line of what went wrong. */
export async function troubledJobs(tx: Tx) {
  const rows = await tx.execute<{
    id: string
    job: string
    attempts: number
    most: number
    nextAt: string
    error: string
  }>(sql`select id, job, attempts, max_attempts as most, last_error as error,
    to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextAt"
    from app.troubled_jobs() order by run_at`)
  return rows.map((row) => ({ ...row, isGivenUp: row.attempts >= row.most }))
}
