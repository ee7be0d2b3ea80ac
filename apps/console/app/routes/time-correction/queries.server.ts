import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { timeEntries } from '@countersign/db/tables/time'
import { and, asc, eq, sql } from 'drizzle-orm'

/** Hours that are to be corrected, with the tasks of their project; null where there are none. */
export async function entryToCorrect(tx: Tx, timeEntryId: string) {
  const [entry] = await tx
    .select({
      id: timeEntries.id,
      projectId: timeEntries.projectId,
      taskId: timeEntries.taskId,
      task: sql<string>`${tasks.wbs} || ' ' || ${tasks.name}`,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      person: staff.name,
      workedOn: timeEntries.workedOn,
      minutes: timeEntries.minutes,
      kind: timeEntries.kind,
      isCorrected: sql<boolean>`exists (select from time_entries r where r.reverses = ${timeEntries.id})`,
    })
    .from(timeEntries)
    .innerJoin(tasks, eq(tasks.id, timeEntries.taskId))
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .innerJoin(staff, eq(staff.id, timeEntries.staffId))
    .where(eq(timeEntries.id, timeEntryId))
  if (!entry) return null
  const choices = await tx
    .select({ value: tasks.id, label: sql<string>`${tasks.wbs} || ' ' || ${tasks.name}` })
    .from(tasks)
    .where(
      and(eq(tasks.projectId, entry.projectId), eq(tasks.isSummary, false), eq(tasks.isMilestone, false)),
    )
    .orderBy(asc(tasks.position))
    .limit(1000)
  return { ...entry, tasks: choices }
}
