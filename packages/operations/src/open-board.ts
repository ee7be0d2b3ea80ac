import type { StaffActor, Tx } from '@countersign/db/connect'
import { boardColumns, boards } from '@countersign/db/tables/boards'
import { tasks } from '@countersign/db/tables/plan'
import type { BoardUnit } from '@countersign/domain/board/board'
import { and, eq, sql } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

type Opening = {
  projectId: string
  taskUid: number
  unit: BoardUnit
  /** Names of the first columns, the last of which is where work is done. */
  columns: readonly [string, string, ...string[]]
  by: StaffActor
}

/** Has a task of the plan worked on in iterations: from now on its progress is what its board says. */
export async function openBoard(tx: Tx, { projectId, taskUid, unit, columns }: Opening) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [task] = await tx
    .select({ isSummary: tasks.isSummary, isMilestone: tasks.isMilestone })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  if (task.isMilestone) return refused('is-a-milestone')
  const [board] = await tx
    .insert(boards)
    .values({ projectId, taskUid, unit })
    .onConflictDoNothing()
    .returning({ id: boards.id })
  if (!board) return refused('has-a-board')
  await tx.insert(boardColumns).values(
    columns.map((name, position) => ({
      projectId,
      boardId: board.id,
      position,
      name,
      isDone: position === columns.length - 1,
    })),
  )
  await tx.execute(sql`select app.roll_up_board(${board.id})`)
  return { ok: true as const, boardId: board.id }
}
