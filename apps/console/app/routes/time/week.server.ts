import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { timeEntries, timeReviews, type TimeKind } from '@countersign/db/tables/time'
import { addDays, isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { daysOfWeek, mondayOf } from '@countersign/domain/work-week'
import { notFound } from '@countersign/http/params'
import { inWeek } from '@countersign/operations/set-week'
import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import { projectName, taskName } from './queries.server'

export type WeekEntry = Awaited<ReturnType<typeof entriesOf>>[number]

/** A person's entries of the seven days from a Monday on. */
export function entriesOf(tx: Tx, staffId: string, monday: LocalDate) {
  return tx
    .select({
      id: timeEntries.id,
      taskId: timeEntries.taskId,
      task: taskName,
      projectId: timeEntries.projectId,
      project: projectName,
      workedOn: timeEntries.workedOn,
      minutes: timeEntries.minutes,
      kind: timeEntries.kind,
      note: timeEntries.note,
      isSubmitted: sql<boolean>`${timeEntries.submittedAt} is not null`,
      isChecked: sql<boolean>`${timeEntries.checkedAt} is not null`,
      isApproved: sql<boolean>`${timeEntries.approvedAt} is not null`,
    })
    .from(timeEntries)
    .innerJoin(tasks, eq(tasks.id, timeEntries.taskId))
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .where(inWeek(staffId, monday))
    .orderBy(asc(projects.code), asc(tasks.position), asc(timeEntries.workedOn), asc(timeEntries.recordedAt))
}

export type WeekRow = {
  taskId: string
  task: string
  project: string
  kind: TimeKind
  minutes: number[]
  /** Handed in, or of a closed month: shown, not to be typed over. */
  locked: boolean[]
}

/** Entries as rows of task and kind by days, in the entries' order. */
export function rowsOf(
  entries: readonly WeekEntry[],
  monday: LocalDate,
  closedTo: LocalDate | null,
): WeekRow[] {
  const days = daysOfWeek(monday)
  const rows = new Map<string, WeekRow>()
  for (const { taskId, task, project, kind, workedOn, minutes, isSubmitted } of entries) {
    const key = `${taskId} ${kind}`
    const row = rows.get(key) ?? emptyRow({ taskId, task, project, kind }, monday, closedTo)
    const day = days.indexOf(workedOn)
    row.minutes[day]! += minutes
    row.locked[day] ||= isSubmitted
    rows.set(key, row)
  }
  return [...rows.values()]
}

function emptyRow(
  row: Pick<WeekRow, 'taskId' | 'task' | 'project' | 'kind'>,
  monday: LocalDate,
  closedTo: LocalDate | null,
): WeekRow {
  const days = daysOfWeek(monday)
  return {
    ...row,
    minutes: days.map(() => 0),
    locked: days.map((day) => closedTo !== null && day <= closedTo),
  }
}

export async function lastClosedDay(tx: Tx): Promise<LocalDate | null> {
  const [row] = await tx.execute<{ day: LocalDate | null }>(sql`select app.last_closed_day()::text as day`)
  return row!.day
}

/** My week as it is filled in; with `copyLast` also last week's rows, empty. */
export async function myWeek(tx: Tx, { staffId }: StaffActor, monday: LocalDate, copyLast: boolean) {
  const [entries, closedTo, before] = await Promise.all([
    entriesOf(tx, staffId, monday),
    lastClosedDay(tx),
    copyLast ? entriesOf(tx, staffId, addDays(monday, -7)) : [],
  ])
  const rows = rowsOf(entries, monday, closedTo)
  const isThere = new Set(rows.map(({ taskId, kind }) => `${taskId} ${kind}`))
  const copied = rowsOf(before, addDays(monday, -7), null)
    .filter(({ taskId, kind }) => !isThere.has(`${taskId} ${kind}`))
    .map((row) => emptyRow(row, monday, closedTo))
  return { entries, rows: [...rows, ...copied], handIns: await handInsOf(tx, staffId, monday, entries) }
}

/** `checked`: the project found it right, the line manager has still to release it. */
export type HandInState = 'open' | 'submitted' | 'checked' | 'approved' | 'sent-back'

/** Each project's part of a week, with the state of the least advanced hour in it. */
async function handInsOf(tx: Tx, staffId: string, monday: LocalDate, entries: readonly WeekEntry[]) {
  const sentBack = await sentBackSince(tx, staffId, monday)
  return [...new Set(entries.map(({ projectId }) => projectId))].map((projectId) => {
    const own = entries.filter((entry) => entry.projectId === projectId)
    const isBack = sentBack.some((each) => each.projectId === projectId && each.weekOn === monday)
    return {
      projectId,
      project: own[0]!.project,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      state: stateOf(own, isBack),
    }
  })
}

export function stateOf(
  entries: readonly Pick<WeekEntry, 'isSubmitted' | 'isChecked' | 'isApproved'>[],
  isBack: boolean,
): HandInState {
  if (entries.every(({ isApproved }) => isApproved)) return 'approved'
  if (entries.every(({ isChecked, isApproved }) => isChecked || isApproved)) return 'checked'
  if (entries.every(({ isSubmitted }) => isSubmitted)) return 'submitted'
  return isBack ? 'sent-back' : 'open'
}

/** Weeks of mine whose last word is that they came back, and why. */
export async function sentBackSince(tx: Tx, staffId: string, from: LocalDate) {
  const last = tx
    .selectDistinctOn([timeReviews.projectId, timeReviews.weekOn], {
      projectId: timeReviews.projectId,
      weekOn: timeReviews.weekOn,
      act: timeReviews.act,
      reason: timeReviews.reason,
      doneBy: timeReviews.doneBy,
      doneAt: timeReviews.doneAt,
    })
    .from(timeReviews)
    .where(and(eq(timeReviews.staffId, staffId), gte(timeReviews.weekOn, mondayOf(from))))
    .orderBy(timeReviews.projectId, timeReviews.weekOn, desc(timeReviews.doneAt))
    .as('last')
  const rows = await tx
    .select({
      projectId: last.projectId,
      project: projectName,
      weekOn: last.weekOn,
      reason: last.reason,
      who: staff.name,
      at: last.doneAt,
    })
    .from(last)
    .innerJoin(projects, eq(projects.id, last.projectId))
    .innerJoin(staff, eq(staff.id, last.doneBy))
    .where(eq(last.act, 'sent-back'))
    .orderBy(asc(last.weekOn))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** A Monday from the address; anything else is a page that is not there (a thrown 404). */
export function mondayParam(value: string | undefined): LocalDate {
  if (
    !value ||
    !isLocalDate(value) ||
    value < '1970-01-05' ||
    value > '2999-12-31' ||
    mondayOf(value) !== value
  )
    throw notFound()
  return value
}
