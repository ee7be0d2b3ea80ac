import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries } from '@countersign/db/tables/time'
import { tasks } from '@countersign/db/tables/plan'
import { and, eq, sql } from 'drizzle-orm'

/** An entry of one's own; a manager reads the team's too, and removes none of them. */
export async function ownEntry(tx: Tx, { staffId }: StaffActor, timeEntryId: string) {
  const [entry] = await tx
    .select({
      workedOn: timeEntries.workedOn,
      minutes: timeEntries.minutes,
      note: timeEntries.note,
      task: sql<string>`${tasks.wbs} || ' ' || ${tasks.name}`,
    })
    .from(timeEntries)
    .innerJoin(tasks, eq(tasks.id, timeEntries.taskId))
    .where(and(eq(timeEntries.id, timeEntryId), eq(timeEntries.staffId, staffId)))
  return entry
}
