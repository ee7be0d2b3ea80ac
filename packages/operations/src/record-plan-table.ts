import type { StaffActor, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { importMappings, planTables } from '@countersign/db/tables/plan-imports'
import { projects } from '@countersign/db/tables/projects'
import { eq, sql } from 'drizzle-orm'
import { refused } from './result'

type PlanTable = {
  into: { customerId: string } | { projectId: string }
  fileName: string
  fileSha256: string
  format: 'csv' | 'xlsx'
  preview: unknown
  headerFingerprint: string
  by: StaffActor
}

/** Keeps a table that was uploaded until somebody has said what its columns are. */
export async function recordPlanTable(tx: Tx, { into, by, ...table }: PlanTable) {
  const [owner] =
    'projectId' in into
      ? await tx.select({ id: projects.customerId }).from(projects).where(eq(projects.id, into.projectId))
      : await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, into.customerId))
  if (!owner) return refused('projectId' in into ? 'no-such-project' : 'no-such-customer')
  const [row] = await tx
    .insert(planTables)
    .values({
      ...table,
      customerId: owner.id,
      intoProjectId: 'projectId' in into ? into.projectId : null,
      readBy: by.staffId,
    })
    .returning({ id: planTables.id })
  return { ok: true as const, tableId: row!.id }
}

/** Remembers what the columns of such a table are, for the next one with the same header. */
export async function rememberMapping(
  tx: Tx,
  {
    headerFingerprint,
    mapping,
    by,
    now,
  }: { headerFingerprint: string; mapping: unknown; by: StaffActor; now: Date },
) {
  await tx
    .insert(importMappings)
    .values({ headerFingerprint, staffId: by.staffId, mapping, usedAt: now })
    .onConflictDoUpdate({
      target: [importMappings.headerFingerprint, importMappings.staffId],
      set: { mapping, usedAt: now, uses: sql`${importMappings.uses} + 1` },
    })
}
