import type { Tx } from '@countersign/db/connect'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { recognitionOf, type ContractLineDraft } from '@countersign/domain/contract'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

/**
 * The lines of a contract in their order. One that is there already keeps its id, since hours may be logged for it; one
 * that is left out goes, unless something names it.
 */
export async function writeContractLines(tx: Tx, projectId: string, lines: ContractLineDraft[]) {
  const rows = lines.map((line, index) => ({
    ...line,
    projectId,
    position: index + 1,
    recognition: recognitionOf(line.kind, line.recognition),
    periodMonths: line.kind === 'retainer' ? line.periodMonths : null,
  }))
  try {
    await tx.transaction((inner) =>
      inner
        .delete(contractLines)
        .where(and(eq(contractLines.projectId, projectId), gt(contractLines.position, rows.length))),
    )
  } catch (error) {
    if (brokenConstraint(error)) return refused('line-in-use')
    throw error
  }
  const taken = (column: string) => sql`excluded.${sql.identifier(column)}`
  await tx
    .insert(contractLines)
    .values(rows)
    .onConflictDoUpdate({
      target: [contractLines.projectId, contractLines.position],
      set: {
        name: taken('name'),
        kind: taken('kind'),
        recognition: taken('recognition'),
        originalMinor: taken('original_minor'),
        startsOn: taken('starts_on'),
        endsOn: taken('ends_on'),
        periodMonths: taken('period_months'),
      },
    })
  const written = await tx
    .select({ id: contractLines.id })
    .from(contractLines)
    .where(eq(contractLines.projectId, projectId))
    .orderBy(asc(contractLines.position))
  return { ok: true as const, lineIds: written.map(({ id }) => id) }
}
