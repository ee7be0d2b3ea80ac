import type { StaffActor, Tx } from '@countersign/db/connect'
import { boardItems, iterations } from '@countersign/db/tables/boards'
import { projectMembers, projects } from '@countersign/db/tables/projects'
import { hasRoom } from '@countersign/domain/board/board'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { lockBoard, stepBoard, type BoardKey, type BoardNow } from './board-now'
import { refused } from './result'

export type ItemWords = {
  title: string
  note: string
  /** Points, or minutes where the board counts hours. */
  size: number | null
  staffId: string | null
  iterationId: string | null
}

type Act = BoardKey & { by: StaffActor; now: Date }

/** Puts a piece of work into the backlog. */
export async function addItem(tx: Tx, { by, now, words, ...key }: Act & { words: ItemWords }) {
  const board = await lockBoard(tx, key)
  if (!board) return refused('no-such-board')
  const why = await whyNotSaid(tx, board, words)
  if (why) return refused(why)
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${boardItems.number}), 0)::integer` })
    .from(boardItems)
    .where(eq(boardItems.boardId, board.id))
  const number = last!.number + 1
  const [item] = await tx
    .insert(boardItems)
    .values({ projectId: board.projectId, boardId: board.id, number, movedAt: now, ...words })
    .returning({ id: boardItems.id })
  const after = { size: words.size, columnId: null, isDropped: false }
  await stepBoard(tx, board, { itemId: item!.id, before: null, after, toColumn: null, by, now })
  return { ok: true as const, number }
}

/** Says an item anew; `isDropped` takes it off the board, and back. */
export async function changeItem(
  tx: Tx,
  {
    by,
    now,
    number,
    words,
    isDropped,
    ...key
  }: Act & { number: number; words: ItemWords; isDropped: boolean },
) {
  const board = await lockBoard(tx, key)
  if (!board) return refused('no-such-board')
  const item = await itemOf(tx, board, number)
  if (!item) return refused('no-such-item')
  const why = await whyNotSaid(tx, board, words)
  if (why) return refused(why)
  await tx
    .update(boardItems)
    .set({ ...words, droppedAt: isDropped ? (item.droppedAt ?? now) : null })
    .where(eq(boardItems.id, item.id))
  const { size, columnId } = item
  const before = { size, columnId, isDropped: item.droppedAt !== null }
  const after = { size: words.size, columnId, isDropped }
  await stepBoard(tx, board, { itemId: item.id, before, after, toColumn: null, by, now })
  return { ok: true as const }
}

/** Moves an item to a column, or back to the backlog. A column that is full takes none: something is finished first. */
export async function moveItem(
  tx: Tx,
  { by, now, number, columnId, ...key }: Act & { number: number; columnId: string | null },
) {
  const board = await lockBoard(tx, key)
  if (!board) return refused('no-such-board')
  const item = await itemOf(tx, board, number)
  if (!item || item.droppedAt !== null) return refused('no-such-item')
  if (item.columnId === columnId) return { ok: true as const }
  const column = board.columns.find(({ id }) => id === columnId)
  if (columnId !== null && !column) return refused('no-such-column')
  if (column && !hasRoom(column.wipLimit, await present(tx, column.id))) return refused('column-is-full')
  await tx.update(boardItems).set({ columnId, movedAt: now }).where(eq(boardItems.id, item.id))
  const before = { size: item.size, columnId: item.columnId, isDropped: false }
  const toColumn = column?.name ?? null
  await stepBoard(tx, board, { itemId: item.id, before, after: { ...before, columnId }, toColumn, by, now })
  return { ok: true as const }
}

async function itemOf(tx: Tx, board: BoardNow, number: number) {
  const [item] = await tx
    .select()
    .from(boardItems)
    .where(and(eq(boardItems.boardId, board.id), eq(boardItems.number, number)))
  return item
}

async function present(tx: Tx, columnId: string): Promise<number> {
  const [found] = await tx
    .select({ count: count() })
    .from(boardItems)
    .where(and(eq(boardItems.columnId, columnId), isNull(boardItems.droppedAt)))
  return found!.count
}

/** Work is done by who works in the project, in an iteration of the board. */
async function whyNotSaid(tx: Tx, board: BoardNow, { staffId, iterationId }: ItemWords) {
  if (iterationId !== null) {
    const found = await tx
      .select({ id: iterations.id })
      .from(iterations)
      .where(and(eq(iterations.boardId, board.id), eq(iterations.id, iterationId)))
    if (found.length === 0) return 'no-such-iteration' as const
  }
  if (staffId !== null) {
    const [member, manager] = await Promise.all([
      tx
        .select({ id: projectMembers.staffId })
        .from(projectMembers)
        .where(and(eq(projectMembers.projectId, board.projectId), eq(projectMembers.staffId, staffId))),
      tx
        .select({ id: projects.managerId })
        .from(projects)
        .where(and(eq(projects.id, board.projectId), eq(projects.managerId, staffId))),
    ])
    if (member.length + manager.length === 0) return 'not-in-the-team' as const
  }
  return null
}
