import type { StaffActor, Tx } from '@countersign/db/connect'
import { boardColumns, boards, boardSteps } from '@countersign/db/tables/boards'
import { countOf } from '@countersign/domain/board/board'
import { and, asc, eq, sql } from 'drizzle-orm'

export type BoardKey = { projectId: string; boardId: string }

/**
 * A board with its columns, of which nobody else moves anything until commit; null where there is none such, or it is
 * not in one's projects. Locked by its id: a team member may not lock a row that the manager alone may change.
 */
export async function lockBoard(tx: Tx, { projectId, boardId }: BoardKey) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${boardId}, 0))`)
  const [board] = await tx
    .select()
    .from(boards)
    .where(and(eq(boards.projectId, projectId), eq(boards.id, boardId)))
  if (!board) return null
  const columns = await tx
    .select()
    .from(boardColumns)
    .where(eq(boardColumns.boardId, boardId))
    .orderBy(asc(boardColumns.position))
  return { ...board, columns }
}

export type BoardNow = NonNullable<Awaited<ReturnType<typeof lockBoard>>>

/** What an item counts on a board: all of it is scope, and done where its column is the last. */
export type Counted = { size: number | null; columnId: string | null; isDropped: boolean }

/** Writes down what an act changed of scope and done, and what the board says of its task from now on. */
export async function stepBoard(
  tx: Tx,
  board: BoardNow,
  step: {
    itemId: string
    before: Counted | null
    after: Counted
    toColumn: string | null
    by: StaffActor
    now: Date
  },
) {
  const { itemId, before, after, toColumn, by, now } = step
  const was = before ? counted(board, before) : { scope: 0, done: 0 }
  const is = counted(board, after)
  await tx.insert(boardSteps).values({
    projectId: board.projectId,
    boardId: board.id,
    itemId,
    scopeChange: is.scope - was.scope,
    doneChange: is.done - was.done,
    toColumn,
    doneBy: by.staffId,
    doneAt: now,
  })
  await tx.execute(sql`select app.roll_up_board(${board.id})`)
}

function counted({ unit, columns }: BoardNow, { size, columnId, isDropped }: Counted) {
  if (isDropped) return { scope: 0, done: 0 }
  const scope = countOf(size, unit)
  return { scope, done: columns.some(({ id, isDone }) => isDone && id === columnId) ? scope : 0 }
}
