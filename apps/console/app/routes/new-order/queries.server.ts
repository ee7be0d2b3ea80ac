import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, asc, eq, sql } from 'drizzle-orm'

/** What an order of a project can be made of; null for no such project. */
export async function orderChoices(tx: Tx, projectId: string) {
  const [[project], active, packages] = await Promise.all([
    tx
      .select({ id: projects.id, currency: contracts.currency })
      .from(projects)
      .leftJoin(contracts, eq(contracts.projectId, projects.id))
      .where(eq(projects.id, projectId)),
    tx
      .select({ value: vendors.id, label: vendors.name })
      .from(vendors)
      .where(eq(vendors.isActive, true))
      .orderBy(asc(vendors.name)),
    tx
      .select({ value: tasks.id, label: sql<string>`${tasks.wbs} || ' ' || ${tasks.name}` })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.isMilestone, false)))
      .orderBy(asc(tasks.position))
      .limit(2000),
  ])
  return project ? { vendors: active, packages, currency: project.currency ?? 'EUR' } : null
}
