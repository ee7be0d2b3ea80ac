import type { StaffActor, Tx } from '@countersign/db/connect'
import { punchItemClosures, punchItemReports, punchItems } from '@countersign/db/tables/decision-parts'
import { portalProjects, portalPunchItems } from '@countersign/db/views/portal'
import { and, eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Report = { projectId: string; punchItemId: string; note: string; by: StaffActor; now: Date }

/** Our side says that a point is settled. The customer closes it. */
export async function reportPunchItem(tx: Tx, { projectId, punchItemId, note, by, now }: Report) {
  const [item] = await tx
    .select({ closedAt: punchItemClosures.closedAt })
    .from(punchItems)
    .leftJoin(punchItemClosures, eq(punchItemClosures.punchItemId, punchItems.id))
    .where(and(eq(punchItems.projectId, projectId), eq(punchItems.id, punchItemId)))
  if (!item) return refused('no-such-item')
  if (item.closedAt) return refused('already-closed')
  await tx
    .insert(punchItemReports)
    .values({ projectId, punchItemId, note, reportedBy: by.staffId, reportedAt: now })
  return { ok: true as const }
}

/** The customer closes a point. With the last one the rest of the billing milestone is released. */
export async function closePunchItem(tx: Tx, { punchItemId, note }: { punchItemId: string; note: string }) {
  const [item] = await tx
    .select({
      projectId: portalPunchItems.projectId,
      closedAt: portalPunchItems.closedAt,
      role: portalProjects.myRole,
    })
    .from(portalPunchItems)
    .innerJoin(portalProjects, eq(portalProjects.id, portalPunchItems.projectId))
    .where(eq(portalPunchItems.id, punchItemId))
  if (!item) return refused('no-such-item')
  if (item.role !== 'signatory' && item.role !== 'contributor') return refused('not-yours-to-close')
  if (item.closedAt) return refused('already-closed')
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`select portal.close_punch_item(${punchItemId}, ${note})`),
    )
    return { ok: true as const, projectId: item.projectId }
  } catch (error) {
    if (brokenConstraint(error) === 'punch_item_closures_pkey') return refused('already-closed')
    throw error
  }
}
