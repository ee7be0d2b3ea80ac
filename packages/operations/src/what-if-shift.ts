import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { addDays, daysBetween, type LocalDate, type LocalDateTime } from '@countersign/domain/calendar-day'
import type { Load } from '@countersign/domain/capacity/load'
import { mondayOf } from '@countersign/domain/work-week'
import { and, eq } from 'drizzle-orm'
import { loadsOf, mondaysFrom } from './loads-of'
import { shiftWork, type Shift } from './shift-work'

type Dates = { start: LocalDateTime; finish: LocalDateTime }
export type ShiftDifference = {
  task: { before: Dates; after: Dates }
  project: { before: LocalDateTime; after: LocalDateTime }
  movedTasks: number
  /** The weeks that the task touches before or after, and each person's load in them. */
  mondays: LocalDate[]
  people: { staffId: string; before: Load[]; after: Load[] }[]
}

const MOST_WEEKS = 16

/** What a shift would change, by doing it and taking it back: nothing is written. */
export async function whatIfShift(tx: Tx, shift: Shift) {
  const takenBack = new Error('taken back')
  const outcome: { answer?: Awaited<ReturnType<typeof tried>> } = {}
  try {
    await tx.transaction(async (inner) => {
      outcome.answer = await tried(inner, shift)
      throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  return outcome.answer!
}

async function tried(tx: Tx, shift: Shift) {
  const staffIds = shift.to === null ? [shift.from] : [shift.from, shift.to]
  const before = await datesOf(tx, shift.projectId)
  const weeks = (monday: LocalDate, last: LocalDate) =>
    mondaysFrom(monday, MOST_WEEKS).filter((each, at) => at === 0 || each <= last)
  const task = before.get(shift.taskUid)
  if (!task) return { ok: false as const, why: 'no-such-task' as const }
  // Loads of before are asked for once it is known which weeks the task goes to.
  const later = shift.startOn && shift.startOn > task.start.slice(0, 10) ? shift.startOn : null
  const mondays = weeks(
    mondayOf(earlier(task.start.slice(0, 10), shift.startOn)),
    later ? mondayOf(lengthAfter(later, task)) : mondayOf(task.finish.slice(0, 10)),
  )
  const was = await loadsOf(tx, staffIds, mondays)
  const shifted = await shiftWork(tx, shift)
  if (!shifted.ok) return shifted
  const [after, is] = [await datesOf(tx, shift.projectId), await loadsOf(tx, staffIds, mondays)]
  const moved = [...after].filter(([uid, dates]) => {
    const former = before.get(uid)
    return former && (former.start !== dates.start || former.finish !== dates.finish)
  })
  const difference: ShiftDifference = {
    task: { before: task, after: after.get(shift.taskUid)! },
    project: { before: lastOf(before), after: lastOf(after) },
    movedTasks: moved.length,
    mondays,
    people: staffIds.flatMap((staffId) =>
      was.has(staffId) ? [{ staffId, before: was.get(staffId)!, after: is.get(staffId)! }] : [],
    ),
  }
  return { ok: true as const, difference }
}

async function datesOf(tx: Tx, projectId: string): Promise<Map<number, Dates>> {
  const rows = await tx
    .select({ uid: tasks.uid, start: tasks.startsLocal, finish: tasks.finishesLocal })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.isSummary, false)))
  return new Map(rows.map(({ uid, ...dates }) => [uid, dates]))
}

function lastOf(dates: ReadonlyMap<number, Dates>): LocalDateTime {
  return [...dates.values()].reduce((last, { finish }) => (finish > last ? finish : last), '')
}

function earlier(on: LocalDate, other: LocalDate | null): LocalDate {
  return other !== null && other < on ? other : on
}

/** About when the task would end if it began on a day: as many days on the wall as now, and a week for weekends. */
function lengthAfter(startOn: LocalDate, { start, finish }: Dates): LocalDate {
  return addDays(startOn, daysBetween(start.slice(0, 10), finish.slice(0, 10)) + 7)
}
