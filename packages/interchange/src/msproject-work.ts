import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type { Contour, PlanAssignment, PlanResource } from '@countersign/domain/schedule/plan'
import type { XmlRecord } from './msproject-record'
import { levellingDelayOf } from './msproject-task'
import type { NotUnderstoodList } from './not-understood'
import { Refused } from './refused'

export type Stretch = { start: LocalDateTime; finish: LocalDateTime; workMinutes: number }

export type FileAssignment = Omit<PlanAssignment, 'uid' | 'spread'> & {
  line: number
  what: string
  uid: number | null
  /** Project writes an assignment to nobody for each task that has none, and its times below that. */
  isNobodys: boolean
  /** Where work lies, as the file has it, in the order of time; touching stretches of a flat spread are joined. */
  stretches: Stretch[]
}

const MAX_UID = 2_147_483_647
const MAX_UNITS = 1e9
const MAX_NAME = 255
/** `WorkContour` counts from 0. */
export const CONTOURS: readonly Contour[] = [
  'flat',
  'back-loaded',
  'front-loaded',
  'double-peak',
  'early-peak',
  'late-peak',
  'bell',
  'turtle',
  'contoured',
]
const REMAINING = 1
const ACTUAL = 2
const MAX_STRETCHES = 100_000

/** One `Resource` element, or `null` for a blank row and for the nameless one that Project gives every file. */
export function resourceFrom(record: XmlRecord, notes: NotUnderstoodList): PlanResource | null {
  if (record.flag('IsNull')) return null
  const uid = record.integer('UID', -MAX_UID, MAX_UID)
  if (uid === null) throw new Refused('bad-value', record.line, record.what())
  const name = record.text('Name').replace(/\s+/g, ' ').slice(0, MAX_NAME)
  if (uid === 0 && name === '') return null
  if (['StandardRate', 'OvertimeRate', 'CostPerUse'].some((rate) => Number(record.text(rate)) > 0))
    notes.count('costs-ignored', record.line, name)
  const type = record.integer('Type', 0, 2) ?? 1
  const calendarUid = record.integer('CalendarUID', -MAX_UID, MAX_UID) ?? -1
  return {
    uid,
    name,
    kind: record.flag('IsCostResource') || type === 2 ? 'cost' : type === 1 ? 'work' : 'material',
    calendarUid: calendarUid < 0 ? null : calendarUid,
    maxUnitsPercent: percentOf(record.number('MaxUnits', 0, MAX_UNITS) ?? 1),
  }
}

/** One `Assignment` element, or `null` for a blank one. */
export function assignmentFrom(record: XmlRecord, notes: NotUnderstoodList): FileAssignment | null {
  const taskUid = record.integer('TaskUID', -MAX_UID, MAX_UID)
  if (taskUid === null) return null
  const resourceUid = record.integer('ResourceUID', -MAX_UID, MAX_UID) ?? -1
  const uid = Number(record.text('UID') || Number.NaN)
  const contour = CONTOURS[record.integer('WorkContour', 0, 100) ?? 0] ?? 'contoured'
  const workMinutes = record.workMinutes('Work') ?? 0
  const actualWorkMinutes = record.workMinutes('ActualWork') ?? 0
  const remaining = record.workMinutes('RemainingWork')
  return {
    line: record.line,
    what: record.what(),
    uid: Number.isInteger(uid) && Math.abs(uid) <= MAX_UID ? uid : null,
    taskUid,
    resourceUid,
    isNobodys: resourceUid < 0,
    unitsPercent: percentOf(record.number('Units', 0, MAX_UNITS) ?? 1),
    workMinutes,
    actualWorkMinutes,
    remainingWorkMinutes: remaining ?? Math.max(0, tenths(workMinutes - actualWorkMinutes)),
    delayMinutes: (record.integer('Delay', -MAX_UID, MAX_UID) ?? 0) / 10,
    levellingDelayMinutes: levellingDelayOf(record, notes),
    contour,
    stretches: stretchesOf(record, contour === 'flat'),
  }
}

/** Work done and work left, `TimephasedData` of types 2 and 1. */
function stretchesOf(record: XmlRecord, isFlat: boolean): Stretch[] {
  const stretches: Stretch[] = []
  for (const element of record.all('TimephasedData')) {
    const type = element.integer('Type', 0, 1000)
    if (type !== REMAINING && type !== ACTUAL) continue
    const start = element.moment('Start')
    const finish = element.moment('Finish')
    const workMinutes = element.workMinutes('Value') ?? 0
    if (start && finish && finish > start && workMinutes > 0) stretches.push({ start, finish, workMinutes })
    if (stretches.length > MAX_STRETCHES) throw new Refused('bad-value', element.line, record.what())
  }
  stretches.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  return isFlat ? joined(stretches) : stretches
}

export function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last && stretch.start <= last.finish) {
      if (stretch.finish > last.finish) last.finish = stretch.finish
      last.workMinutes = tenths(last.workMinutes + stretch.workMinutes)
    } else result.push({ ...stretch })
  }
  return result
}

/** Units are written as a factor: 0.33 is a third of one. */
function percentOf(factor: number): number {
  return Math.round(factor * 1e6) / 1e4
}

function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10
}
