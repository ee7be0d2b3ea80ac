import type { ChainLink } from '@countersign/evidence/ledger-entry'
import type postgres from 'postgres'

/** A project's chain as a pack would have it. */
export async function chainIn(sql: postgres.Sql, projectId: string): Promise<ChainLink[]> {
  const rows = await sql<ChainLink[]>`
    select entry, previous_hash as previous, hash from ledger_entries where project_id = ${projectId} order by seq`
  return rows.map(({ entry, previous, hash }) => ({ entry, previous, hash }))
}

export const codesOf = (findings: { code: string }[]) => findings.map(({ code }) => code)

/** What a statement or an operation is refused with by the database, or 'done'. */
export const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: postgres.PostgresError & { cause?: postgres.PostgresError }) => error.cause?.code ?? error.code,
  )
