import type { Tx } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'
import { portalChanges, portalContractLines } from '@countersign/db/views/portal-changes'
import { asc, desc, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** A project's changes, the latest first, and what its contract is worth by them; null where there is no project. */
export async function changesOf(tx: Tx, projectId: string) {
  const [[project], changes, lines] = await Promise.all([
    tx.select(projectHead).from(portalProjects).where(eq(portalProjects.id, projectId)),
    tx
      .select()
      .from(portalChanges)
      .where(eq(portalChanges.projectId, projectId))
      .orderBy(desc(portalChanges.number)),
    contractLinesOf(tx, projectId),
  ])
  if (!project) return null
  return {
    project,
    lines,
    changes: changes.map((change) => ({
      id: change.id,
      number: change.number,
      title: change.title,
      state: change.state,
      value: { minor: String(change.valueMinor), currency: change.currency },
      daysLater: change.daysLater,
      proposedAt: change.proposedAt.toISOString(),
      proposedByName: change.proposedByName,
      decidedAt: change.decidedAt?.toISOString() ?? null,
      decidedByName: change.decidedByName,
    })),
  }
}

export type ChangesFacts = NonNullable<Awaited<ReturnType<typeof changesOf>>>

/** The contract's lines: as signed, changed, now. */
export async function contractLinesOf(tx: Tx, projectId: string) {
  const lines = await tx
    .select()
    .from(portalContractLines)
    .where(eq(portalContractLines.projectId, projectId))
    .orderBy(asc(portalContractLines.position))
  return lines.map(({ contractLineId, name, kind, currency, ...values }) => ({
    id: contractLineId,
    name,
    kind,
    original: { minor: String(values.originalMinor), currency },
    changed: { minor: String(values.changedMinor), currency },
    current: { minor: String(values.currentMinor), currency },
  }))
}
