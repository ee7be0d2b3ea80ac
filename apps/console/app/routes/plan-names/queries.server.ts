import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { planResources } from '@countersign/db/tables/plan-resources'
import { projects } from '@countersign/db/tables/projects'
import { and, asc, eq, inArray } from 'drizzle-orm'

/** Whom the plan plans with, and who they could be; null for no project. */
export async function planNames(tx: Tx, projectId: string) {
  const [[project], names, people] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({ uid: planResources.uid, name: planResources.name, staffId: planResources.staffId })
      .from(planResources)
      .where(and(eq(planResources.projectId, projectId), eq(planResources.kind, 'work')))
      .orderBy(asc(planResources.position)),
    tx
      .select({ value: staff.id, label: staff.name })
      .from(staff)
      .where(
        and(
          eq(staff.isActive, true),
          inArray(staff.role, ['team_member', 'project_manager', 'program_manager']),
        ),
      )
      .orderBy(asc(staff.name)),
  ])
  return project ? { names, people } : null
}
