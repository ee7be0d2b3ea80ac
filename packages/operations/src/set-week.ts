import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries, type TimeKind } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { daysOfWeek } from '@countersign/domain/work-week'
import { and, desc, eq, gte, isNull, lte } from 'drizzle-orm'
import { logTime, removeTime } from './log-time'
import { refused, undoneIfRefused } from './result'
import { timeRefusal } from './time-refusal'

export type WeekRow = {
  taskId: string
  kind: TimeKind
  /** Minutes from Monday to Sunday as they were shown, and as they are to be. */
  shown: readonly number[]
  minutes: readonly number[]
}

type Week = { weekOn: LocalDate; rows: readonly WeekRow[]; today: LocalDate; by: StaffActor }
type Change = { taskId: string; kind: TimeKind; on: LocalDate; from: number; to: number }

/**
 * Makes a week's hours what its author typed, cell by cell of task and day. What was not touched stays as it is; a cell
 * that is no longer as it was shown is not overwritten. All or nothing.
 */
export async function setWeek(tx: Tx, { weekOn, rows, today, by }: Week) {
  const changes = rows.flatMap(changesOf(weekOn))
  return undoneIfRefused(tx, async (inner) => {
    // Less before more: what moves from one task to another on a full day must pass through no 25th hour.
    for (const change of changes.sort((a, b) => a.to - a.from - (b.to - b.from))) {
      const done = await setCell(inner, change, { today, by })
      if (!done.ok) return { ...done, taskId: change.taskId, on: change.on }
    }
    return { ok: true as const, changed: changes.length }
  })
}

function changesOf(weekOn: LocalDate) {
  const days = daysOfWeek(weekOn)
  return ({ taskId, kind, shown, minutes }: WeekRow): Change[] =>
    days.flatMap((on, day) => {
      const [from, to] = [shown[day] ?? 0, minutes[day] ?? 0]
      return from === to ? [] : [{ taskId, kind, on, from, to }]
    })
}

async function setCell(
  tx: Tx,
  { taskId, kind, on, from, to }: Change,
  { today, by }: { today: LocalDate; by: StaffActor },
) {
  const entries = await tx
    .select({ id: timeEntries.id, minutes: timeEntries.minutes, submittedAt: timeEntries.submittedAt })
    .from(timeEntries)
    .where(
      and(
        eq(timeEntries.staffId, by.staffId),
        eq(timeEntries.taskId, taskId),
        eq(timeEntries.workedOn, on),
        eq(timeEntries.kind, kind),
        isNull(timeEntries.reverses),
        isNull(timeEntries.corrects),
      ),
    )
    .orderBy(desc(timeEntries.recordedAt))
    .for('no key update')
  if (entries.reduce((sum, { minutes }) => sum + minutes, 0) !== from) return refused('changed-meanwhile')
  if (entries.some(({ submittedAt }) => submittedAt)) return refused('handed-in')
  const [latest] = entries
  if (!latest) return logTime(tx, { taskId, workedOn: on, minutes: to, kind, note: '', today, by })

  // The latest entry takes the difference; where it is not enough, it goes, and the one before it takes the rest.
  let rest = to - from
  for (const { id, minutes } of entries) {
    if (minutes + rest > 0) return setMinutes(tx, id, minutes + rest)
    const gone = await removeTime(tx, { timeEntryId: id })
    if (!gone.ok) return gone
    rest += minutes
    if (rest === 0) break
  }
  return { ok: true as const }
}

async function setMinutes(tx: Tx, id: string, minutes: number) {
  try {
    await tx.transaction((inner) => inner.update(timeEntries).set({ minutes }).where(eq(timeEntries.id, id)))
    return { ok: true as const }
  } catch (error) {
    return timeRefusal(error)
  }
}

/** The entries of one person's week, as each page that shows one asks for them. */
export function inWeek(staffId: string, weekOn: LocalDate) {
  const days = daysOfWeek(weekOn)
  return and(
    eq(timeEntries.staffId, staffId),
    gte(timeEntries.workedOn, days[0]!),
    lte(timeEntries.workedOn, days[6]!),
    isNull(timeEntries.reverses),
    isNull(timeEntries.corrects),
  )
}
