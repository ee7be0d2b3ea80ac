import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { planResources } from '@countersign/db/tables/plan-resources'
import { and, eq, ne } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

/** Says which of us a name of the plan is, or that it is nobody yet: from then on the plan's work is that person's. */
export async function namePlanResource(
  tx: Tx,
  { projectId, uid, staffId }: { projectId: string; uid: number; staffId: string | null },
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  if (staffId !== null) {
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.id, staffId), eq(staff.isActive, true), ne(staff.role, 'vendor')))
    if (!person) return refused('no-such-person')
  }
  const named = await tx
    .update(planResources)
    .set({ staffId })
    .where(
      and(eq(planResources.projectId, projectId), eq(planResources.uid, uid), eq(planResources.kind, 'work')),
    )
    .returning({ uid: planResources.uid })
  return named.length === 0 ? refused('no-such-resource') : { ok: true as const }
}
