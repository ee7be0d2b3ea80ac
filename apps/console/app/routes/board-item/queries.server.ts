import type { Tx } from '@countersign/db/connect'
import { boardItems, boards, boardSteps, iterations } from '@countersign/db/tables/boards'
import { staff } from '@countersign/db/tables/people'
import { projectMembers, projects } from '@countersign/db/tables/projects'
import { unsizedCounts } from '@countersign/domain/board/board'
import { and, asc, desc, eq } from 'drizzle-orm'

/** An item to write, with who could do it and when; `number` null is a new one. Null where there is no such thing. */
export async function itemToWrite(
  tx: Tx,
  key: { projectId: string; boardId: string },
  number: number | null,
) {
  const [board] = await tx
    .select()
    .from(boards)
    .where(and(eq(boards.projectId, key.projectId), eq(boards.id, key.boardId)))
  if (!board) return null
  const [[item], members, managers, spans] = await Promise.all([
    number === null
      ? []
      : tx
          .select()
          .from(boardItems)
          .where(and(eq(boardItems.boardId, board.id), eq(boardItems.number, number))),
    tx
      .select({ id: staff.id, name: staff.name })
      .from(projectMembers)
      .innerJoin(staff, eq(staff.id, projectMembers.staffId))
      .where(and(eq(projectMembers.projectId, key.projectId), eq(staff.isActive, true)))
      .orderBy(asc(staff.name)),
    tx
      .select({ id: staff.id, name: staff.name })
      .from(projects)
      .innerJoin(staff, eq(staff.id, projects.managerId))
      .where(eq(projects.id, key.projectId)),
    tx
      .select({ id: iterations.id, name: iterations.name })
      .from(iterations)
      .where(eq(iterations.boardId, board.id))
      .orderBy(asc(iterations.startsOn)),
  ])
  if (number !== null && !item) return null
  const people = [...members, ...managers.filter(({ id }) => !members.some((each) => each.id === id))]
  const history = item
    ? await tx
        .select({ id: boardSteps.id, at: boardSteps.doneAt, toColumn: boardSteps.toColumn, who: staff.name })
        .from(boardSteps)
        .innerJoin(staff, eq(staff.id, boardSteps.doneBy))
        .where(eq(boardSteps.itemId, item.id))
        .orderBy(desc(boardSteps.doneAt))
        .limit(100)
    : []
  return {
    unit: board.unit,
    item: item
      ? {
          number: item.number,
          title: item.title,
          note: item.note,
          size: item.size === null ? '' : String(Math.round(item.size / unsizedCounts[board.unit])),
          staffId: item.staffId ?? '',
          iterationId: item.iterationId ?? '',
          isDropped: item.droppedAt !== null,
        }
      : null,
    people,
    iterations: spans,
    history,
  }
}

export type ItemToWrite = NonNullable<Awaited<ReturnType<typeof itemToWrite>>>
