import type { LocalDateTime } from '@countersign/domain/calendar-day'
import type { LagUnit, LinkType, PlanTask } from '@countersign/domain/schedule/plan'
import type { XmlRecord } from './msproject-record'
import type { NotUnderstoodList } from './not-understood'
import { Refused } from './refused'

export type FileTask = PlanTask & {
  line: number
  /** The duration runs through nights and weekends. */
  isElapsed: boolean
  hasDuration: boolean
  /** Where the file says that it starts. */
  start: LocalDateTime | null
}

export type FileLink = {
  line: number
  fromUid: number
  toUid: number
  type: LinkType
  lag: number
  lagUnit: LagUnit | 'elapsed-percent'
}

const MAX_UID = 2_147_483_647
const MAX_LAG_TENTHS = 600_000 * 600
const MAX_LAG_PERCENT = 100_000
const MAX_NAME = 255
const MAX_NOTE = 10_000
const LINK_TYPES: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS']
const START_NO_EARLIER_THAN = 4
const CONSTRAINTS = ['ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT']
/** DurationFormat and LagFormat: even numbers are elapsed, 32 more is the same with a question mark. */
const ELAPSED = new Set([4, 6, 8, 10, 12, 36, 38, 40, 42, 44])
const PERCENT = new Set([19, 51])
const ELAPSED_PERCENT = new Set([20, 52])

/** One `Task` element, or `null` for one that is no part of the plan: blank rows, inactive and foreign tasks. */
export function taskFrom(record: XmlRecord, notes: NotUnderstoodList): FileTask | null {
  if (record.flag('IsNull')) return null
  const uid = record.integer('UID', -MAX_UID, MAX_UID)
  if (uid === null) throw new Refused('bad-value', record.line)
  const name = shortened(record.text('Name').replace(/\s+/g, ' '), MAX_NAME)
  const what = name || `#${record.text('ID') || uid}`
  if (record.text('Active') === '0') {
    notes.add('inactive-task', record.line, what)
    return null
  }
  if (record.flag('ExternalTask')) {
    notes.add('external-task', record.line, what)
    return null
  }
  noteLeftOut(record, what, notes)

  const isSummary = record.flag('Summary')
  const durationMinutes = isSummary ? null : record.durationMinutes('Duration')
  const constraint = record.integer('ConstraintType', 0, 7) ?? 0
  const note = record.text('Notes')
  if (note.length > MAX_NOTE) notes.add('text-shortened', record.line, what)
  const calendarUid = record.integer('CalendarUID', -MAX_UID, MAX_UID) ?? -1
  return {
    line: record.line,
    uid,
    wbs: (record.text('WBS') || record.text('OutlineNumber')).slice(0, MAX_NAME),
    name,
    outlineLevel: record.integer('OutlineLevel', 0, 65_535) ?? 1,
    isSummary,
    isMilestone: record.flag('Milestone'),
    durationMinutes: durationMinutes ?? 0,
    percentComplete: record.integer('PercentComplete', 0, 100) ?? 0,
    notBefore: constraint === START_NO_EARLIER_THAN ? record.moment('ConstraintDate') : null,
    calendarUid: calendarUid < 0 ? null : calendarUid,
    note: note === '' ? null : shortened(note, MAX_NOTE),
    isElapsed: ELAPSED.has(record.integer('DurationFormat', 0, 1000) ?? 0),
    hasDuration: durationMinutes !== null,
    start: record.moment('Start'),
  }
}

/** The `PredecessorLink` elements of a task. */
export function linksFrom(record: XmlRecord, task: FileTask, notes: NotUnderstoodList): FileLink[] {
  return record.all('PredecessorLink').flatMap((link) => {
    if (link.flag('CrossProject')) {
      notes.add('cross-project-link', link.line, task.name)
      return []
    }
    const fromUid = link.integer('PredecessorUID', -MAX_UID, MAX_UID)
    if (fromUid === null) throw new Refused('bad-value', link.line)
    const format = link.integer('LagFormat', 0, 1000) ?? 7
    const isPercent = PERCENT.has(format) || ELAPSED_PERCENT.has(format)
    const limit = isPercent ? MAX_LAG_PERCENT : MAX_LAG_TENTHS
    const lag = link.integer('LinkLag', -limit, limit) ?? 0
    return {
      line: link.line,
      fromUid,
      toUid: task.uid,
      type: LINK_TYPES[link.integer('Type', 0, 3) ?? 1]!,
      lag: isPercent ? lag : Math.round(lag / 10),
      lagUnit: PERCENT.has(format)
        ? 'percent'
        : ELAPSED_PERCENT.has(format)
          ? 'elapsed-percent'
          : ELAPSED.has(format)
            ? 'elapsed'
            : 'working',
    }
  })
}

function noteLeftOut(record: XmlRecord, what: string, notes: NotUnderstoodList): void {
  const { line } = record
  const constraint = record.integer('ConstraintType', 0, 7) ?? 0
  if (constraint !== 0 && constraint !== START_NO_EARLIER_THAN) {
    notes.add(
      'constraint-ignored',
      line,
      what,
      [CONSTRAINTS[constraint], record.text('ConstraintDate')].join(' ').trim(),
    )
  }
  if (record.flag('Manual')) notes.add('manual-task', line, what)
  if (record.text('Deadline') !== '') notes.add('deadline-ignored', line, what, record.text('Deadline'))
  if (record.text('ActualStart') !== '')
    notes.add('actual-dates-ignored', line, what, record.text('ActualStart'))
  if (record.flag('IsSubproject')) notes.add('subproject-ignored', line, what)
  if ((record.integer('LevelingDelay', -MAX_UID, MAX_UID) ?? 0) !== 0)
    notes.add('levelling-delay-ignored', line, what)
}

/** Cut between characters, not within a surrogate pair. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
