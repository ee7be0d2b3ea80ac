import type { Tx } from '@countersign/db/connect'
import { boardColumns, boardItems, boards, boardSteps, iterations } from '@countersign/db/tables/boards'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { boardProgress, countOf, unsizedCounts } from '@countersign/domain/board/board'
import { burnUp, doneByPace, velocities } from '@countersign/domain/board/burn-up'
import { addDays, localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, eq, isNull } from 'drizzle-orm'

/** A burn-up shows at least so many days. */
const leastDays = 14

/** A board with everything on it; null where there is none such, or not in one's projects. */
export async function boardPage(
  tx: Tx,
  key: { projectId: string; boardId: string },
  today: LocalDate,
  timeZone: string,
) {
  const [board] = await tx
    .select({
      id: boards.id,
      unit: boards.unit,
      taskUid: boards.taskUid,
      task: tasks.name,
      hasTasks: tasks.isSummary,
    })
    .from(boards)
    .innerJoin(tasks, and(eq(tasks.projectId, boards.projectId), eq(tasks.uid, boards.taskUid)))
    .where(and(eq(boards.projectId, key.projectId), eq(boards.id, key.boardId)))
  if (!board) return null
  const [columns, spans, items, steps] = await Promise.all([
    tx
      .select({
        id: boardColumns.id,
        name: boardColumns.name,
        wipLimit: boardColumns.wipLimit,
        isDone: boardColumns.isDone,
      })
      .from(boardColumns)
      .where(eq(boardColumns.boardId, board.id))
      .orderBy(asc(boardColumns.position)),
    tx
      .select({
        id: iterations.id,
        name: iterations.name,
        startsOn: iterations.startsOn,
        endsOn: iterations.endsOn,
        milestoneUid: iterations.milestoneUid,
      })
      .from(iterations)
      .where(eq(iterations.boardId, board.id))
      .orderBy(asc(iterations.startsOn)),
    tx
      .select({
        number: boardItems.number,
        title: boardItems.title,
        size: boardItems.size,
        columnId: boardItems.columnId,
        iterationId: boardItems.iterationId,
        who: staff.name,
      })
      .from(boardItems)
      .leftJoin(staff, eq(staff.id, boardItems.staffId))
      .where(and(eq(boardItems.boardId, board.id), isNull(boardItems.droppedAt)))
      .orderBy(asc(boardItems.movedAt), asc(boardItems.number)),
    tx
      .select({
        at: boardSteps.doneAt,
        scopeChange: boardSteps.scopeChange,
        doneChange: boardSteps.doneChange,
      })
      .from(boardSteps)
      .where(eq(boardSteps.boardId, board.id))
      .orderBy(asc(boardSteps.doneAt)),
  ])
  const doneColumn = columns.find(({ isDone }) => isDone)?.id
  const progress = boardProgress(
    items.map(({ size, columnId }) => ({ size, isDone: columnId === doneColumn })),
    board.unit,
  )
  const byDay = steps.map(({ at, ...change }) => ({ on: localDateIn(timeZone, at), ...change }))
  const begins = [byDay[0]?.on ?? today, spans[0]?.startsOn ?? today].sort()[0]!
  const from = begins > addDays(today, -leastDays) ? addDays(today, -leastDays) : begins
  const pace = velocities(byDay, spans, today)
  return {
    ...board,
    columns,
    iterations: spans,
    items: items.map((item) => ({ ...item, counts: countOf(item.size, board.unit) })),
    progress,
    burnUp: burnUp(byDay, from, today),
    velocity:
      pace.length === 0
        ? null
        : pace.slice(-3).reduce((sum, each) => sum + each, 0) / Math.min(3, pace.length),
    doneOn: doneByPace(progress.total - progress.done, spans, pace, today),
    /** What one point, or one hour, is in the figures above. */
    scale: unsizedCounts[board.unit],
  }
}

export type BoardPage = NonNullable<Awaited<ReturnType<typeof boardPage>>>
export type BoardCard = BoardPage['items'][number]
