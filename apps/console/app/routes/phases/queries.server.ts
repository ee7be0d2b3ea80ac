import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { and, asc, eq } from 'drizzle-orm'

const MOST_SUMMARIES = 500

/** The summary tasks that a phase may be, in the plan's order. */
export function summariesOf(tx: Tx, projectId: string) {
  return tx
    .select({ uid: tasks.uid, wbs: tasks.wbs, name: tasks.name })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.isSummary, true)))
    .orderBy(asc(tasks.position))
    .limit(MOST_SUMMARIES)
}
