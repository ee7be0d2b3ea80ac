import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { projects } from '@countersign/db/tables/projects'
import { changeRequestStates } from '@countersign/db/views/contract'
import { desc, eq } from 'drizzle-orm'

/** A project's changes, the latest first, and whether there is a contract to change; null for no such project. */
export async function changesOf(tx: Tx, projectId: string) {
  const [[project], changes] = await Promise.all([
    tx
      .select({ currency: contracts.currency, signedOn: contracts.signedOn })
      .from(projects)
      .leftJoin(contracts, eq(contracts.projectId, projects.id))
      .where(eq(projects.id, projectId)),
    tx
      .select()
      .from(changeRequestStates)
      .where(eq(changeRequestStates.projectId, projectId))
      .orderBy(desc(changeRequestStates.number)),
  ])
  if (!project) return null
  return {
    currency: project.currency ?? 'EUR',
    isSigned: project.signedOn !== null,
    changes: changes.map(({ changeRequestId, valueMinor, proposedAt, ...change }) => ({
      id: changeRequestId,
      number: change.number,
      title: change.title,
      state: change.state,
      daysLater: change.daysLater,
      valueMinor: String(valueMinor),
      proposedAt: proposedAt.toISOString(),
    })),
  }
}
