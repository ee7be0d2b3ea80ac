import type { LocalDateTime } from '@countersign/domain/calendar-day'
import { dayNumber } from '@countersign/domain/calendar-day'
import { dayShapesOf } from '@countersign/domain/schedule/day-shapes'
import { localDateTimeOf, momentOf, TENTHS_PER_MINUTE } from '@countersign/domain/schedule/moment'
import { ordinaryPlan, ordinaryTask } from '@countersign/domain/schedule/ordinary'
import {
  standardCalendar,
  type Plan,
  type PlanAssignment,
  type PlanCalendar,
  type PlanLink,
  type PlanResource,
  type PlanTask,
} from '@countersign/domain/schedule/plan'
import { WorkingTime } from '@countersign/domain/schedule/working-time'
import type { PlanField } from './column-names'
import { outlineNumbers } from './outline-number'
import { predecessorsFrom } from '@countersign/domain/plan-text/predecessor-text'
import type { Table } from './table'
import type { TableMapping } from './table-mapping'
import { tableTask, type TableTask } from './table-task'
import { inOutlineOrder } from './table-outline'

export type RowRefusalCode =
  | 'no-name'
  | 'bad-duration'
  | 'negative-duration'
  | 'too-long-duration'
  | 'bad-date'
  | 'date-out-of-range'
  | 'finish-before-start'
  | 'bad-percent'
  | 'bad-level'
  | 'bad-flag'
  | 'duplicate-id'
  | 'bad-predecessor'
  | 'unknown-predecessor'
  | 'self-link'
  | 'unknown-parent'
  | 'parent-loop'

/** Why a row makes no task: its number in the file, the field that it is about and what stands there. */
export type RowRefusal = { row: number; field: PlanField | null; value: string; why: RowRefusalCode }

export type TablePlan =
  | { ok: true; plan: Plan; usedFields: PlanField[] }
  | { ok: false; why: 'no-tasks' | 'bad-rows'; refusals: RowRefusal[] }

const MAX_REFUSALS = 200
const MAX_UID = 2_147_483_647

/**
 * The plan that a table says, by its mapping. A start is kept as "not before" where no predecessor dates the task; a
 * duration that is missing is the working time from start to finish. `startsAt` holds where no row has a start. All
 * rows that cannot be read are named, up to two hundred. `usedFields` are those that the table can say at all.
 */
export function planFromTable(
  table: Table,
  mapping: TableMapping,
  options: { startsAt: LocalDateTime; calendar?: PlanCalendar },
): TablePlan {
  const calendar = { ...(options.calendar ?? standardCalendar), uid: 1, derivedFrom: null }
  const lengths = {
    minutesPerDay: ordinaryPlan.minutesPerDay,
    minutesPerWeek: ordinaryPlan.minutesPerWeek,
    daysPerMonth: ordinaryPlan.daysPerMonth,
  }
  const refusals: RowRefusal[] = []
  const refuse = (row: number, field: PlanField | null, value: string, why: RowRefusalCode) => {
    if (refusals.length < MAX_REFUSALS) refusals.push({ row, field, value: value.slice(0, 100), why })
  }

  const clock = new WorkingTime(
    dayShapesOf(calendar, new Map([[calendar.uid, calendar]])),
    dayNumber(options.startsAt.slice(0, 10)),
  )
  const read = table.rows
    .flatMap((row) => tableTask(row, mapping, { lengths, clock }, refuse) ?? [])
    .map((task, at): TableTask => ({ ...task, position: at + 1 }))
  if (read.length === 0 && refusals.length === 0) return { ok: false, why: 'no-tasks', refusals }
  const rows = inOutlineOrder(read, refuse)
  const uids = uidsOf(rows)
  refuseDuplicates(rows, refuse)
  const known = references(rows, uids)
  const links = rows.flatMap((task) => linksTo(task, uids.get(task)!, known, lengths, refuse))
  if (refusals.length > 0)
    return { ok: false, why: 'bad-rows', refusals: refusals.toSorted((a, b) => a.row - b.row) }

  const starts = rows.flatMap(({ start }) => start ?? []).toSorted()
  const startsAt = starts[0] ?? options.startsAt
  const linked = new Set(links.map(({ toUid }) => toUid))
  const numbers = outlineNumbers(rows.map(({ level }) => level))
  const tasks = rows.map((task, at): PlanTask => {
    const uid = uids.get(task)!
    const isSummary = (rows[at + 1]?.level ?? 0) > task.level
    const isHeld = !isSummary && task.start !== null && !linked.has(uid) && task.start > startsAt
    return {
      ...ordinaryTask,
      uid,
      wbs: task.wbs || numbers[at]!,
      name: task.name,
      outlineLevel: task.level,
      isSummary,
      isMilestone: !isSummary && (task.isMilestone || task.duration.minutes === 0),
      durationMinutes: isSummary ? 0 : task.duration.minutes,
      isElapsed: !isSummary && task.duration.isElapsed,
      isEstimated: task.duration.isEstimated,
      durationUnit: task.duration.unit,
      constraint: isHeld ? { type: 'SNET', at: task.start } : ordinaryTask.constraint,
      deadline: task.deadline,
      percentComplete: task.percentComplete,
      ...(isSummary ? {} : actualDates(task, clock)),
      note: task.note,
    }
  })
  const plan: Plan = {
    ...ordinaryPlan,
    startsAt,
    calendarUid: calendar.uid,
    calendars: [calendar],
    tasks,
    links,
    ...work(rows, tasks),
  }
  return { ok: true, plan, usedFields: Object.keys(mapping.columns) as PlanField[] }
}

type Refuse = (row: number, field: PlanField | null, value: string, why: RowRefusalCode) => void

/** What the table numbers keeps its number, if all are numbers; else the rows are counted. */
function uidsOf(rows: readonly TableTask[]): Map<TableTask, number> {
  const numbers = rows.map(({ id }) => (id !== null && /^\d{1,10}$/.test(id) ? Number(id) : Number.NaN))
  const isNumbered =
    numbers.every((number) => number >= 1 && number <= MAX_UID) && new Set(numbers).size === numbers.length
  return new Map(rows.map((task, at) => [task, isNumbered ? numbers[at]! : task.position]))
}

function refuseDuplicates(rows: readonly TableTask[], refuse: Refuse): void {
  const seen = new Set<string>()
  for (const { id, row } of rows) {
    if (id === null) continue
    if (seen.has(id)) refuse(row, 'uid', id, 'duplicate-id')
    seen.add(id)
  }
}

/** What a predecessor may be called: its ID, its WBS code, its name if no other has it; without IDs its place. */
function references(rows: readonly TableTask[], uids: ReadonlyMap<TableTask, number>): Map<string, number> {
  const names = new Map<string, number | null>()
  const known = new Map<string, number>()
  for (const task of rows) names.set(task.name, names.has(task.name) ? null : uids.get(task)!)
  for (const [name, uid] of names) if (uid !== null) known.set(name, uid)
  for (const task of rows) if (task.wbs !== '') known.set(task.wbs, uids.get(task)!)
  const hasIds = rows.some(({ id }) => id !== null)
  for (const task of rows) {
    if (task.id !== null) known.set(task.id, uids.get(task)!)
    else if (!hasIds) known.set(String(task.position), uids.get(task)!)
  }
  return known
}

function linksTo(
  task: TableTask,
  toUid: number,
  known: ReadonlyMap<string, number>,
  lengths: Parameters<typeof predecessorsFrom>[2],
  refuse: Refuse,
): PlanLink[] {
  if (task.predecessors === '') return []
  const read = predecessorsFrom(task.predecessors, (reference) => known.has(reference), lengths)
  if (!read) {
    refuse(task.row, 'predecessors', task.predecessors, 'bad-predecessor')
    return []
  }
  const links = new Map<number, PlanLink>()
  for (const { reference, ...link } of read) {
    const fromUid = known.get(reference)
    if (fromUid === undefined) refuse(task.row, 'predecessors', reference, 'unknown-predecessor')
    else if (fromUid === toUid) refuse(task.row, 'predecessors', reference, 'self-link')
    else if (!links.has(fromUid)) links.set(fromUid, { fromUid, toUid, ...link })
  }
  return [...links.values()]
}

/** Work that has begun began where the table has it. */
function actualDates(task: TableTask, clock: WorkingTime): Pick<PlanTask, 'actualStart' | 'actualFinish'> {
  if (task.percentComplete === 0 || task.start === null) return { actualStart: null, actualFinish: null }
  const start = clock.startAt(momentOf(task.start))
  const isDone = task.percentComplete === 100
  const finish = isDone
    ? task.finish !== null
      ? clock.finishAt(momentOf(task.finish))
      : clock.earliestAt(clock.workAt(start) + task.duration.minutes * TENTHS_PER_MINUTE)
    : Number.NaN
  return {
    actualStart: Number.isFinite(start) ? localDateTimeOf(start) : null,
    actualFinish: Number.isFinite(finish) ? localDateTimeOf(Math.max(start, finish)) : null,
  }
}

function work(
  rows: readonly TableTask[],
  tasks: readonly PlanTask[],
): { resources: PlanResource[]; assignments: PlanAssignment[] } {
  const resources = new Map<string, PlanResource>()
  const assignments: PlanAssignment[] = []
  for (const [at, { people }] of rows.entries()) {
    const task = tasks[at]!
    for (const { name, unitsPercent } of people) {
      let resource = resources.get(name)
      if (!resource) {
        resource = { uid: resources.size + 1, name, kind: 'work', calendarUid: null, maxUnitsPercent: 100 }
        resources.set(name, resource)
      }
      const workMinutes = task.isElapsed ? 0 : tenths((task.durationMinutes * unitsPercent) / 100)
      const actualWorkMinutes = tenths((workMinutes * task.percentComplete) / 100)
      assignments.push({
        uid: assignments.length + 1,
        taskUid: task.uid,
        resourceUid: resource.uid,
        unitsPercent,
        workMinutes,
        actualWorkMinutes,
        remainingWorkMinutes: tenths(workMinutes - actualWorkMinutes),
        delayMinutes: 0,
        levellingDelayMinutes: 0,
        contour: 'flat',
        spread: null,
      })
    }
  }
  return { resources: [...resources.values()], assignments }
}

function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10
}
