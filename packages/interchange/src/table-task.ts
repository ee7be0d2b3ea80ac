import type { LocalDateTime } from '@countersign/domain/calendar-day'
import { momentOf, TENTHS_PER_MINUTE } from '@countersign/domain/schedule/moment'
import type { WorkingTime } from '@countersign/domain/schedule/working-time'
import type { PlanField } from './column-names'
import { dateFrom, momentOfDate } from '@countersign/domain/plan-text/date-text'
import { durationFrom, type DurationRead, type Lengths } from '@countersign/domain/plan-text/duration-text'
import type { RowRefusalCode } from './plan-from-table'
import type { TableCell, TableRow } from './table'
import type { TableMapping } from './table-mapping'

export type TableTask = {
  row: number
  /** Among the tasks, from 1: what a predecessor refers to where the table has no IDs. */
  position: number
  id: string | null
  name: string
  wbs: string
  statedLevel: number | null
  level: number
  parent: string
  duration: DurationRead
  start: LocalDateTime | null
  finish: LocalDateTime | null
  deadline: LocalDateTime | null
  predecessors: string
  percentComplete: number
  isMilestone: boolean
  people: { name: string; unitsPercent: number }[]
  note: string | null
}

type Refuse = (row: number, field: PlanField | null, value: string, why: RowRefusalCode) => void

const MAX_NAME = 255
const MAX_NOTE = 10_000
const MAX_LEVEL = 65_535
/** The longest durations that the reader of Microsoft Project's files takes, for the same reason. */
const MAX_WORKING_MINUTES = 120_000 * 60
const MAX_ELAPSED_MINUTES = 438_000 * 60
const MAX_UNITS_PERCENT = 100_000
const FIRST_YEAR = '1900'
const LAST_YEAR = '2199'
const YES = new Set(['1', 'true', 'yes', 'y', 'x', 'ja', 'j', 'wahr', '✓', '✔', 'milestone', 'meilenstein'])
const NO = new Set(['', '0', 'false', 'no', 'n', 'nein', 'falsch', '-', 'task', 'vorgang', 'aufgabe'])

/** One row as a task, or `null` for a row that is empty where the mapping looks, or that was refused. */
export function tableTask(
  { row, cells }: TableRow,
  { columns, dayOrder, durationUnit }: TableMapping,
  { lengths, clock }: { lengths: Lengths; clock: WorkingTime },
  refuse: Refuse,
): Omit<TableTask, 'position'> | null {
  const cell = (field: PlanField): TableCell =>
    columns[field] === undefined ? null : (cells[columns[field]] ?? null)
  const text = (field: PlanField): string => textOf(cell(field))
  if ((Object.keys(columns) as PlanField[]).every((field) => text(field) === '')) return null
  const name = text('name').replace(/\s+/g, ' ').slice(0, MAX_NAME)
  if (name === '') {
    refuse(row, 'name', '', 'no-name')
    return null
  }
  let isRefused = false
  const no = (field: PlanField, why: RowRefusalCode): null => {
    isRefused = true
    refuse(row, field, text(field), why)
    return null
  }

  function moment(field: 'start' | 'finish' | 'deadline', timeAlone: string): LocalDateTime | null {
    const value = cell(field)
    if (value === null || text(field) === '' || /^(na|n\/a|nv|-)$/i.test(text(field))) return null
    const read =
      typeof value === 'object'
        ? {
            date: value.moment.slice(0, 10),
            time: value.moment.slice(11) === '00:00' ? null : value.moment.slice(11),
          }
        : typeof value === 'string'
          ? dateFrom(value, dayOrder)
          : null
    if (!read) return no(field, 'bad-date')
    const found = momentOfDate(read, timeAlone)
    return found < FIRST_YEAR || found.slice(0, 4) > LAST_YEAR ? no(field, 'date-out-of-range') : found
  }

  function flag(field: 'milestone'): boolean {
    const word = text(field).toLowerCase()
    if (!YES.has(word) && !NO.has(word)) no(field, 'bad-flag')
    return YES.has(word)
  }

  function percent(): number {
    const value = cell('percentComplete')
    if (value === null || text('percentComplete') === '') return 0
    const written = text('percentComplete')
    const number = Number(written.replace(/\s*%$/, '').replace(',', '.'))
    // Spreadsheets keep 50 % as 0.5.
    const share = typeof value === 'number' && number <= 1 && !written.endsWith('%') ? number * 100 : number
    if (!(share >= 0 && share <= 100)) return no('percentComplete', 'bad-percent') ?? 0
    return Math.round(share)
  }

  function level(): number | null {
    const written = text('outlineLevel')
    if (written === '') return null
    const number = Number(written)
    return Number.isInteger(number) && number >= 0 && number <= MAX_LEVEL
      ? number
      : no('outlineLevel', 'bad-level')
  }

  function duration(
    isMilestone: boolean,
    start: LocalDateTime | null,
    finish: LocalDateTime | null,
  ): DurationRead {
    const none: DurationRead = { minutes: 0, isElapsed: false, unit: 'days', isEstimated: false }
    const written = text('duration')
    if (written === '') {
      if (start && finish) {
        if (finish < start) return no('finish', 'finish-before-start') ?? none
        return {
          ...none,
          minutes: isMilestone ? 0 : clock.between(momentOf(start), momentOf(finish)) / TENTHS_PER_MINUTE,
        }
      }
      // A row that only heads others needs none, and one that does not is seen in the preview as a guess.
      return isMilestone ? none : { ...none, minutes: lengths.minutesPerDay, isEstimated: true }
    }
    const read = durationFrom(written, lengths, durationUnit)
    if (!read) return no('duration', 'bad-duration') ?? none
    if (read.minutes < 0) return no('duration', 'negative-duration') ?? none
    const limit = read.isElapsed ? MAX_ELAPSED_MINUTES : MAX_WORKING_MINUTES
    return read.minutes > limit ? (no('duration', 'too-long-duration') ?? none) : read
  }

  const isMilestone = flag('milestone')
  const start = moment('start', '00:00')
  const finish = moment('finish', '23:59')
  const task: Omit<TableTask, 'position'> = {
    row,
    id: text('uid') || null,
    name,
    wbs: text('wbs').slice(0, MAX_NAME),
    statedLevel: level(),
    level: 1,
    parent: text('parent').replace(/\s+/g, ' '),
    duration: duration(isMilestone, start, finish),
    start,
    finish,
    deadline: moment('deadline', '23:59'),
    predecessors: text('predecessors'),
    percentComplete: percent(),
    isMilestone,
    people: peopleIn(text('resources')),
    note: text('note').slice(0, MAX_NOTE) || null,
  }
  return isRefused ? null : task
}

function textOf(cell: TableCell): string {
  if (cell === null) return ''
  return (typeof cell === 'object' ? cell.moment : String(cell)).trim()
}

/** 'Ann[50%],Bob' as Microsoft Project writes it, or with semicolons. What is in brackets and no share is an amount. */
function peopleIn(text: string): TableTask['people'] {
  const people = new Map<string, number>()
  for (const part of text.split(/[;,\n]/)) {
    const match = /^([^[]*?)\s*(?:\[(\d+(?:[.,]\d+)?)\s*%\]|\[[^\]]*\])?\s*$/.exec(part.trim())
    const name = (match?.[1] ?? part).trim().slice(0, MAX_NAME)
    if (name === '') continue
    const units = match?.[2] === undefined ? 100 : Number(match[2].replace(',', '.'))
    people.set(name, Math.min(units, MAX_UNITS_PERCENT))
  }
  return [...people].map(([name, unitsPercent]) => ({ name, unitsPercent }))
}
