import type { Tx } from '@countersign/db/connect'
import { boardColumns, boardItems, iterations } from '@countersign/db/tables/boards'
import { projectCalendars, tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { whyNotIterations } from '@countersign/domain/board/board'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { hoursOfDay } from '@countersign/domain/schedule/day-hours'
import type { PlanCalendar } from '@countersign/domain/schedule/plan'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { lockBoard, type BoardKey, type BoardNow } from './board-now'
import { lockProject } from './lock-project'
import { refused, undoneIfRefused } from './result'
import { reviseTask } from './revise-task'

export type ColumnWords = { id: string | null; name: string; wipLimit: number | null }
export type IterationWords = {
  id: string | null
  name: string
  startsOn: LocalDate
  endsOn: LocalDate
  milestoneUid: number | null
}

/**
 * Sets the columns and iterations of a board. The last column stays the one where work is done; what holds items is
 * renamed, not removed. The task lies from the first iteration to the last, a milestone at the end of its iteration.
 */
export async function setBoard(
  tx: Tx,
  { columns, iterations: spans, ...key }: BoardKey & { columns: ColumnWords[]; iterations: IterationWords[] },
) {
  if (!(await lockProject(tx, key.projectId))) return refused('no-such-project')
  const board = await lockBoard(tx, key)
  if (!board) return refused('no-such-board')
  const done = board.columns.find(({ isDone }) => isDone)!
  if (columns.length < 2 || columns.at(-1)!.id !== done.id) return refused('done-comes-last')
  const why = whyNotIterations(spans)
  if (why) return refused(why)
  const known = new Set(board.columns.map(({ id }) => id))
  if (columns.some(({ id }) => id !== null && !known.has(id))) return refused('no-such-column')
  const whyNot = await whyNotMilestones(tx, board, spans)
  if (whyNot) return refused(whyNot)
  return undoneIfRefused(tx, async (inner) => {
    const changed = (await setColumns(inner, board, columns)) ?? (await setIterations(inner, board, spans))
    return changed ? refused(changed) : datesOf(inner, board, spans)
  })
}

async function setColumns(tx: Tx, board: BoardNow, columns: readonly ColumnWords[]) {
  const stay = new Set(columns.map(({ id }) => id))
  const gone = board.columns.map(({ id }) => id).filter((id) => !stay.has(id))
  if (gone.length > 0) {
    const used = await tx
      .select({ id: boardItems.id })
      .from(boardItems)
      .where(inArray(boardItems.columnId, gone))
    if (used.length > 0) return 'column-has-items' as const
    await tx.delete(boardColumns).where(inArray(boardColumns.id, gone))
  }
  for (const [position, { id, name, wipLimit }] of columns.entries()) {
    if (id === null)
      await tx
        .insert(boardColumns)
        .values({ projectId: board.projectId, boardId: board.id, position, name, wipLimit })
    else await tx.update(boardColumns).set({ position, name, wipLimit }).where(eq(boardColumns.id, id))
  }
  return null
}

async function setIterations(tx: Tx, board: BoardNow, spans: readonly IterationWords[]) {
  const before = await tx
    .select({ id: iterations.id })
    .from(iterations)
    .where(eq(iterations.boardId, board.id))
  const known = new Set(before.map(({ id }) => id))
  if (spans.some(({ id }) => id !== null && !known.has(id))) return 'no-such-iteration' as const
  const gone = [...known].filter((id) => !spans.some((span) => span.id === id))
  if (gone.length > 0) {
    const used = await tx
      .select({ id: boardItems.id })
      .from(boardItems)
      .where(inArray(boardItems.iterationId, gone))
    if (used.length > 0) return 'iteration-has-items' as const
    await tx.delete(iterations).where(inArray(iterations.id, gone))
  }
  // Two iterations may change milestones with each other: none has one while they do.
  await tx.update(iterations).set({ milestoneUid: null }).where(eq(iterations.boardId, board.id))
  for (const { id, name, startsOn, endsOn, milestoneUid } of spans) {
    const words = { name, startsOn, endsOn, milestoneUid }
    if (id === null)
      await tx.insert(iterations).values({ projectId: board.projectId, boardId: board.id, ...words })
    else await tx.update(iterations).set(words).where(eq(iterations.id, id))
  }
  return null
}

/** Where the plan has the task and the milestones from now on. */
async function datesOf(tx: Tx, { projectId, taskUid }: BoardNow, spans: readonly IterationWords[]) {
  const inOrder = [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return { ok: true as const }
  const hoursOf = await workingHours(tx, projectId)
  const manual = { start: hoursOf(first.startsOn).start, finish: hoursOf(last.endsOn).finish }
  const moved = await reviseTask(tx, { projectId, uid: taskUid, manual })
  if (!moved.ok) return moved
  for (const { milestoneUid, endsOn } of inOrder) {
    if (milestoneUid === null) continue
    const at = hoursOf(endsOn).finish
    const reached = await reviseTask(tx, { projectId, uid: milestoneUid, manual: { start: at, finish: at } })
    if (!reached.ok) return reached
  }
  return { ok: true as const }
}

/** When a day of the project begins and ends. */
async function workingHours(tx: Tx, projectId: string) {
  const [[project], calendars] = await Promise.all([
    tx.select({ calendarUid: projects.calendarUid }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({ definition: projectCalendars.definition })
      .from(projectCalendars)
      .where(eq(projectCalendars.projectId, projectId)),
  ])
  const plans = calendars.map(({ definition }) => definition as PlanCalendar)
  return (day: LocalDate) => hoursOfDay(day, project!.calendarUid, plans)
}

async function whyNotMilestones(tx: Tx, { projectId, id }: BoardNow, spans: readonly IterationWords[]) {
  const uids = spans.flatMap(({ milestoneUid }) => milestoneUid ?? [])
  if (uids.length === 0) return null
  if (new Set(uids).size < uids.length) return 'milestone-twice' as const
  const [found, elsewhere] = await Promise.all([
    tx
      .select({ isMilestone: tasks.isMilestone })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), inArray(tasks.uid, uids))),
    tx
      .select({ boardId: iterations.boardId })
      .from(iterations)
      .where(
        and(
          eq(iterations.projectId, projectId),
          isNotNull(iterations.milestoneUid),
          inArray(iterations.milestoneUid, uids),
        ),
      ),
  ])
  if (found.length < uids.length || found.some(({ isMilestone }) => !isMilestone))
    return 'not-a-milestone' as const
  return elsewhere.some(({ boardId }) => boardId !== id) ? ('milestone-twice' as const) : null
}
