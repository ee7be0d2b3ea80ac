import type { Tx } from '@countersign/db/connect'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { taskLines, timeEntries } from '@countersign/db/tables/time'
import { and, asc, eq, sql } from 'drizzle-orm'
import { taskName } from '../time/queries.server'

/** The project's tasks that hours are logged on, each with its line; null where there is no such project. */
export async function taskLinesPage(tx: Tx, projectId: string) {
  const [[project], lines, rows] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({ id: contractLines.id, name: contractLines.name, kind: contractLines.kind })
      .from(contractLines)
      .where(eq(contractLines.projectId, projectId))
      .orderBy(asc(contractLines.position)),
    tx
      .select({
        taskId: tasks.id,
        name: taskName,
        contractLineId: taskLines.contractLineId,
        minutes: sql<number>`coalesce((select sum(${timeEntries.minutes}) from ${timeEntries}
          where ${timeEntries.taskId} = ${tasks.id}), 0)::int`,
      })
      .from(tasks)
      .leftJoin(taskLines, eq(taskLines.taskId, tasks.id))
      .where(and(eq(tasks.projectId, projectId), eq(tasks.isSummary, false), eq(tasks.isMilestone, false)))
      .orderBy(asc(tasks.position))
      .limit(900),
  ])
  return project ? { lines, tasks: rows } : null
}
