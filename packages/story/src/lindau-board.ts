import type { StaffActor } from '@countersign/db/connect'
import { boardColumns, iterations } from '@countersign/db/tables/boards'
import { tasks } from '@countersign/db/tables/plan'
import { addDays } from '@countersign/domain/calendar-day'
import { addItem, moveItem } from '@countersign/operations/board-items'
import { openBoard } from '@countersign/operations/open-board'
import { setBoard } from '@countersign/operations/set-board'
import { and, asc, eq } from 'drizzle-orm'
import { morningOf, must, type Told } from './teller'

/** What is to be done, how many points it is, and in which column it stands; null is the backlog. */
const work: [title: string, size: number, column: number | null, iteration: number | null][] = [
  ['Anmeldung mit E-Mail und Kundennummer', 3, 2, 0],
  ['Vertragsübersicht mit allen Zählpunkten', 5, 1, 0],
  ['Passwort vergessen', 2, 0, 0],
  ['Zweiter Faktor', 5, null, 1],
  ['Vertragsdokumente als PDF', 3, null, 1],
  ['Ansicht für Hausverwaltungen', 2, null, null],
]

/** The portal's first part is built in two sprints: as far as its task says. */
export async function boardForLindau(told: Told, { projectId, by }: { projectId: string; by: StaffActor }) {
  await told.logins.console.write(by, async (tx) => {
    const [task] = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.name, 'Anmeldung und Vertragsübersicht')))
    const opening = { projectId, taskUid: task!.uid, unit: 'points' as const, by }
    const { boardId } = must(
      await openBoard(tx, { ...opening, columns: ['Zu tun', 'In Arbeit', 'Erledigt'] }),
    )
    const columns = await tx
      .select()
      .from(boardColumns)
      .where(eq(boardColumns.boardId, boardId))
      .orderBy(asc(boardColumns.position))
    const [startsOn, endsOn] = [task!.startsLocal.slice(0, 10), task!.finishesLocal.slice(0, 10)]
    must(
      await setBoard(tx, {
        projectId,
        boardId,
        columns: columns.map(({ id, name }, at) => ({ id, name, wipLimit: at === 1 ? 2 : null })),
        iterations: [
          { id: null, name: 'Sprint 1', startsOn, endsOn: addDays(startsOn, 10), milestoneUid: null },
          { id: null, name: 'Sprint 2', startsOn: addDays(startsOn, 11), endsOn, milestoneUid: null },
        ],
      }),
    )
    const sprints = await tx
      .select({ id: iterations.id })
      .from(iterations)
      .where(eq(iterations.boardId, boardId))
      .orderBy(asc(iterations.startsOn))
    for (const [title, size, column, iteration] of work) {
      const words = {
        title,
        note: '',
        size,
        staffId: null,
        iterationId: iteration === null ? null : sprints[iteration]!.id,
      }
      const added = { projectId, boardId, by }
      const { number } = must(await addItem(tx, { ...added, words, now: morningOf(told.now, -6) }))
      if (column !== null)
        must(
          await moveItem(tx, {
            ...added,
            number,
            columnId: columns[column]!.id,
            now: morningOf(told.now, -2),
          }),
        )
    }
  })
}
