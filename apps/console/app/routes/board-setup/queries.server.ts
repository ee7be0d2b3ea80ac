import type { Tx } from '@countersign/db/connect'
import { boardColumns, boards, iterations } from '@countersign/db/tables/boards'
import { tasks } from '@countersign/db/tables/plan'
import { and, asc, eq } from 'drizzle-orm'

/** A board's columns and iterations, and the milestones that an iteration could reach; null where there is none such. */
export async function boardToSetUp(tx: Tx, key: { projectId: string; boardId: string }) {
  const [board] = await tx
    .select({ id: boards.id, task: tasks.name })
    .from(boards)
    .innerJoin(tasks, and(eq(tasks.projectId, boards.projectId), eq(tasks.uid, boards.taskUid)))
    .where(and(eq(boards.projectId, key.projectId), eq(boards.id, key.boardId)))
  if (!board) return null
  const [columns, spans, milestones] = await Promise.all([
    tx
      .select()
      .from(boardColumns)
      .where(eq(boardColumns.boardId, board.id))
      .orderBy(asc(boardColumns.position)),
    tx.select().from(iterations).where(eq(iterations.boardId, board.id)).orderBy(asc(iterations.startsOn)),
    tx
      .select({ uid: tasks.uid, name: tasks.name })
      .from(tasks)
      .where(and(eq(tasks.projectId, key.projectId), eq(tasks.isMilestone, true), eq(tasks.isSummary, false)))
      .orderBy(asc(tasks.position)),
  ])
  return {
    task: board.task,
    columns: columns.map(({ id, name, wipLimit, isDone }) => ({
      id,
      name,
      wipLimit: wipLimit === null ? '' : String(wipLimit),
      isDone,
    })),
    iterations: spans.map(({ id, name, startsOn, endsOn, milestoneUid }) => ({
      id,
      name,
      startsOn,
      endsOn,
      milestoneUid: milestoneUid === null ? '' : String(milestoneUid),
    })),
    milestones,
  }
}
