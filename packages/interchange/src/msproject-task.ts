import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type {
  ConstraintType,
  DurationUnit,
  LagUnit,
  LinkType,
  PlanTask,
  TaskBaseline,
  TaskType,
} from '@countersign/domain/schedule/plan'
import type { XmlRecord } from './msproject-record'
import type { NotUnderstoodList } from './not-understood'
import { Refused } from './refused'

export type FileTask = PlanTask & {
  line: number
  hasDuration: boolean
  /** A stand-in for a task of another project. */
  isExternal: boolean
  /** Where the file says that it starts. */
  fileStart: LocalDateTime | null
}

export type FileLink = {
  line: number
  fromUid: number
  toUid: number
  type: LinkType
  lag: number
  lagUnit: LagUnit
  isCrossProject: boolean
}

const MAX_UID = 2_147_483_647
const MAX_LAG_TENTHS = 600_000 * 600
const MAX_LAG_PERCENT = 100_000
const MAX_NAME = 255
const MAX_NOTE = 10_000
const ORDINARY_PRIORITY = 500
export const LINK_TYPES: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS']
export const CONSTRAINTS: readonly ConstraintType[] = [
  'ASAP',
  'ALAP',
  'MSO',
  'MFO',
  'SNET',
  'SNLT',
  'FNET',
  'FNLT',
]
export const TASK_TYPES: readonly TaskType[] = ['fixed-units', 'fixed-duration', 'fixed-work']
/** DurationFormat and LagFormat: even numbers are elapsed, 32 more is the same with a question mark. */
const ELAPSED = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44])
/** Half of DurationFormat, and what it counts. A format of none of these says nothing: days. */
const UNIT_BY_HALF: Record<number, DurationUnit> = {
  1: 'minutes',
  2: 'hours',
  3: 'days',
  4: 'weeks',
  5: 'months',
}
const PERCENT = new Set([19, 51])
const ELAPSED_PERCENT = new Set([20, 52])

/** One `Task` element, or `null` for a blank row. */
export function taskFrom(record: XmlRecord, notes: NotUnderstoodList): FileTask | null {
  if (record.flag('IsNull')) return null
  const { line } = record
  const uid = record.integer('UID', -MAX_UID, MAX_UID)
  const what = record.what()
  if (uid === null) throw new Refused('bad-value', line, what)
  const isExternal = record.flag('ExternalTask')
  if (isExternal) notes.add('external-task-fixed', line, what)
  if (record.flag('IsSubproject')) notes.add('subproject-ignored', line, what)
  if ((record.number('FixedCost', -1e15, 1e15) ?? 0) !== 0) notes.count('costs-ignored', line, what)

  const isElapsed = ELAPSED.has(record.integer('DurationFormat', 0, 1000) ?? 0)
  const manual = manualDates(record, isExternal)
  const stated = record.durationMinutes('Duration', isElapsed)
  const byHand = record.durationMinutes('ManualDuration', isElapsed)
  const durationMinutes = manual && !isExternal ? (byHand ?? stated) : stated
  const percentComplete = record.integer('PercentComplete', 0, 100) ?? 0
  const note = record.text('Notes')
  if (note.length > MAX_NOTE) notes.add('text-shortened', line, what)
  const calendarUid = record.integer('CalendarUID', -MAX_UID, MAX_UID) ?? -1
  return {
    line,
    uid,
    wbs: (record.text('WBS') || record.text('OutlineNumber')).slice(0, MAX_NAME),
    name: shortened(record.text('Name').replace(/\s+/g, ' '), MAX_NAME),
    outlineLevel: record.integer('OutlineLevel', 0, 65_535) ?? 1,
    isSummary: record.flag('Summary'),
    isMilestone: record.flag('Milestone'),
    durationMinutes: durationMinutes ?? 0,
    isElapsed,
    isEstimated: record.flag('Estimated'),
    durationUnit: durationUnitOf(record.integer('DurationFormat', 0, 1000) ?? 7),
    isActive: record.text('Active') !== '0' && record.text('Active') !== 'false',
    manual,
    type: TASK_TYPES[record.integer('Type', 0, 2) ?? 0]!,
    isEffortDriven: record.flag('EffortDriven'),
    constraint: constraintOf(record, notes),
    deadline: record.moment('Deadline'),
    calendarUid: calendarUid < 0 ? null : calendarUid,
    ignoresResourceCalendars: record.flag('IgnoreResourceCalendar'),
    levellingDelayMinutes: levellingDelayOf(record, notes),
    splits: [],
    percentComplete,
    actualStart: record.moment('ActualStart'),
    actualFinish: record.moment('ActualFinish'),
    remainingMinutes: remainingOf(record, durationMinutes ?? 0, percentComplete, isElapsed),
    stoppedAt: record.moment('Stop'),
    resumesAt: record.moment('Resume'),
    priority: record.integer('Priority', 0, 1000) ?? ORDINARY_PRIORITY,
    baselines: baselinesOf(record, isElapsed),
    note: note === '' ? null : shortened(note, MAX_NOTE),
    hasDuration: durationMinutes !== null,
    isExternal,
    fileStart: record.moment('Start'),
  }
}

/** Levelling delay is time on the wall unless its format says otherwise; tenths of a minute. */
export function levellingDelayOf(record: XmlRecord, notes: NotUnderstoodList): number {
  const delay = (record.integer('LevelingDelay', -MAX_LAG_TENTHS, MAX_LAG_TENTHS) ?? 0) / 10
  const format = record.integer('LevelingDelayFormat', 0, 1000) ?? 8
  if (delay !== 0 && !ELAPSED.has(format))
    notes.add('levelling-delay-as-elapsed', record.line, record.what(), String(delay))
  return delay
}

/** The `PredecessorLink` elements of a task. */
export function linksFrom(record: XmlRecord, task: FileTask): FileLink[] {
  return record.all('PredecessorLink').map((link) => {
    const fromUid = link.integer('PredecessorUID', -MAX_UID, MAX_UID)
    if (fromUid === null) throw new Refused('bad-value', link.line, link.what())
    const format = link.integer('LagFormat', 0, 1000) ?? 7
    const lagUnit = lagUnitOf(format)
    const isPercent = lagUnit === 'percent' || lagUnit === 'elapsed-percent'
    const limit = isPercent ? MAX_LAG_PERCENT : MAX_LAG_TENTHS
    const lag = link.number('LinkLag', -limit, limit) ?? 0
    return {
      line: link.line,
      fromUid,
      toUid: task.uid,
      type: LINK_TYPES[link.integer('Type', 0, 3) ?? 1]!,
      lag: isPercent ? lag : Math.round(lag) / 10,
      lagUnit,
      isCrossProject: link.flag('CrossProject'),
    }
  })
}

function durationUnitOf(format: number): DurationUnit {
  const certain = format > 32 ? format - 32 : format
  return UNIT_BY_HALF[Math.ceil(certain / 2) - 1] ?? 'days'
}

function lagUnitOf(format: number): LagUnit {
  if (PERCENT.has(format)) return 'percent'
  if (ELAPSED_PERCENT.has(format)) return 'elapsed-percent'
  return ELAPSED.has(format) ? 'elapsed' : 'working'
}

/** A task of another project stays where that project put it, like one that somebody dated by hand. */
function manualDates(record: XmlRecord, isExternal: boolean): PlanTask['manual'] {
  const shown = { start: record.moment('Start'), finish: record.moment('Finish') }
  if (isExternal) return shown.start ? shown : null
  if (!record.flag('Manual')) return null
  const set = { start: record.moment('ManualStart'), finish: record.moment('ManualFinish') }
  return set.start || set.finish ? set : shown
}

function constraintOf(record: XmlRecord, notes: NotUnderstoodList): PlanTask['constraint'] {
  const type = CONSTRAINTS[record.integer('ConstraintType', 0, 7) ?? 0]!
  if (type === 'ASAP' || type === 'ALAP') return { type, at: null }
  const at = record.moment('ConstraintDate')
  if (at) return { type, at }
  notes.add('constraint-without-date', record.line, record.what(), type)
  return { type: 'ASAP', at: null }
}

/** `null` where it says no more than duration and per cent complete do. */
function remainingOf(
  record: XmlRecord,
  durationMinutes: number,
  percentComplete: number,
  isElapsed: boolean,
): number | null {
  const actual = record.durationMinutes('ActualDuration', isElapsed)
  const stated = record.durationMinutes('RemainingDuration', isElapsed)
  const left = stated ?? (actual === null ? null : Math.max(0, tenths(durationMinutes - actual)))
  // Moments are held to the minute: the seconds by which the rest goes on later are added to how long it takes.
  const remaining = left !== null && left > 0 ? tenths(left + record.seconds('Resume') / 60) : left
  return remaining === remainingMinutes(durationMinutes, percentComplete) ? null : remaining
}

/** What is left by per cent complete, in minutes and their tenths. */
export function remainingMinutes(durationMinutes: number, percentComplete: number): number {
  return tenths((durationMinutes * (100 - percentComplete)) / 100)
}

function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10
}

function baselinesOf(record: XmlRecord, isElapsed: boolean): TaskBaseline[] {
  const baselines = new Map<number, TaskBaseline>()
  for (const element of record.all('Baseline')) {
    const number = element.integer('Number', 0, 10) ?? 0
    if (element.flag('Interim') || baselines.has(number)) continue
    baselines.set(number, {
      number,
      start: element.moment('Start'),
      finish: element.moment('Finish'),
      durationMinutes: element.durationMinutes('Duration', isElapsed),
      workMinutes: element.workMinutes('Work'),
    })
  }
  return [...baselines.values()]
}

/** Cut between characters, not within a surrogate pair. */
function shortened(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()
}
