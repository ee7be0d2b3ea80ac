import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { and, asc, eq, sql } from 'drizzle-orm'
import { expenseLimits } from '../expense-limits.server'

/** What an expense can be booked on, with what expenses may be. */
export async function expenseChoices(tx: Tx) {
  const project = sql<string>`${projects.code} || ' ' || ${projects.name}`
  const [own, work, limits] = await Promise.all([
    tx.select({ id: projects.id, name: project }).from(projects).orderBy(asc(projects.code)),
    tx
      .select({
        id: tasks.id,
        projectId: tasks.projectId,
        name: sql<string>`${tasks.wbs} || ' ' || ${tasks.name}`,
      })
      .from(tasks)
      .where(and(eq(tasks.isSummary, false), eq(tasks.isMilestone, false)))
      .orderBy(asc(tasks.position))
      .limit(2000),
    expenseLimits(tx),
  ])
  return {
    projects: own.map(({ id, name }) => ({
      id,
      name,
      tasks: work.filter((task) => task.projectId === id).map((task) => ({ id: task.id, name: task.name })),
    })),
    limits,
  }
}
