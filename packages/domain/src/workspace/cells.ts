import { dateFrom, type DayOrder } from '../plan-text/date-text'
import { durationFrom, shortDuration } from '../plan-text/duration-text'
import { predecessorsFrom, predecessorText } from '../plan-text/predecessor-text'
import { isSameValue } from '../plan-merge/same-value'
import { hoursOfDay } from '../schedule/day-hours'
import { momentOf, TENTHS_PER_MINUTE } from '../schedule/moment'
import { planCalendarsOf } from '../schedule/plan-calendars'
import type { ConstraintType, Plan, PlanLink, PlanTask } from '../schedule/plan'
import { changeFrom, withEdits } from './apply-edits'
import {
  assign,
  linkTasks,
  setDuration,
  setFinish,
  setProgress,
  setStart,
  unassign,
  type Command,
  type CommandRefusal,
  type Dates,
} from './commands'
import { insertTask } from './outline-commands'
import { rowsOfBlock } from './pasted-block'
import type { Workspace } from './workspace'
import type { TaskChange, WorkspaceEdit } from './workspace-edit'

/** What can be typed of a task in the table. */
export type Column =
  | 'name'
  | 'duration'
  | 'start'
  | 'finish'
  | 'predecessors'
  | 'people'
  | 'percent'
  | 'deadline'
  | 'constraint'
  | 'wbs'
  | 'note'

export type Reading = {
  dayOrder: DayOrder
  /** Where the scheduler has a task now; undefined for one that is not there yet. */
  plannedOf: (uid: number) => Dates | undefined
}

/** A cell that cannot be read, its row counted from 1 within what was typed, pasted or filled. */
export type BadCell = {
  ok: false
  row: number
  column: Column
  text: string
  why:
    | CommandRefusal
    | 'no-name'
    | 'too-long-text'
    | 'bad-duration'
    | 'bad-date'
    | 'bad-predecessors'
    | 'unknown-predecessor'
    | 'self-link'
    | 'bad-units'
    | 'bad-percent'
    | 'bad-constraint'
    | 'too-many-rows'
}

type Typed = { ok: true; edits: WorkspaceEdit[] } | { ok: false; why: BadCell['why'] }

const MAX_NAME = 255
const MAX_NOTE = 10_000
const MAX_ROWS = 2000
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31']

/** What one typed in a cell does; nothing where it is what stood there. */
export function typeCell(
  workspace: Workspace,
  { uid, column, text }: { uid: number; column: Column; text: string },
  reading: Reading,
): { ok: true; edits: WorkspaceEdit[] } | BadCell {
  const typed = typedIn(workspace, uid, column, text, reading)
  return typed.ok ? typed : { ok: false, row: 1, column, text, why: typed.why }
}

/**
 * A block of a spreadsheet into the tasks named, row by row, its first cell on the first named column; the rest of it
 * are new tasks at the plan's end. Numbers of predecessors are those of the plan once the block is in. Where one cell
 * cannot be read, nothing is pasted.
 */
export function pasteBlock(
  workspace: Workspace,
  { text, into, columns }: { text: string; into: readonly number[]; columns: readonly Column[] },
  reading: Reading,
): { ok: true; edits: WorkspaceEdit[]; uids: number[] } | BadCell {
  const block = rowsOfBlock(text)
  const cells = block.flatMap((values, at) =>
    values.slice(0, columns.length).map((value, place) => ({ row: at, column: columns[place]!, value })),
  )
  const [first = 'name'] = columns
  if (block.length > MAX_ROWS)
    return { ok: false, row: MAX_ROWS + 1, column: first, text: '', why: 'too-many-rows' }
  let now = workspace
  const edits: WorkspaceEdit[] = []
  const go = (more: WorkspaceEdit[]) => {
    const step = withEdits(now, more)
    if (!step.ok) throw new Error(`${step.why}: ${step.names.join(', ')}`)
    now = step.workspace
    edits.push(...step.edits)
  }
  const uids: number[] = []
  const isNew = new Set<number>()
  for (let row = 0; row < block.length; row++) {
    const known = into[row]
    if (known !== undefined) uids.push(known)
    else {
      const place = columns.indexOf('name')
      const name = tidy(block[row]![place] ?? '')
      if (name === '') return { ok: false, row: row + 1, column: 'name', text: name, why: 'no-name' }
      const last = now.plan.tasks.at(-1)
      const added = insertTask(now.plan, {
        afterUid: last?.uid ?? null,
        outlineLevel: last?.outlineLevel ?? 1,
        task: { name: name.slice(0, MAX_NAME) },
      })
      go(added.edits)
      uids.push(added.uid)
      isNew.add(added.uid)
    }
  }
  const given = new Set(columns)
  const isBetween = given.has('start') && given.has('finish') && !given.has('duration')
  const ordered = cells.toSorted((a, b) => turn(a.column) - turn(b.column) || a.row - b.row)
  for (const { row, column, value } of ordered) {
    const uid = uids[row]!
    // A cell left empty in a row that is new says nothing.
    if (isNew.has(uid) && value.trim() === '') continue
    const typed =
      isBetween && isNew.has(uid) && column === 'finish'
        ? lengthUpTo(now.plan, uid, value, reading)
        : typedIn(now, uid, column, value, reading)
    if (!typed.ok) return { ok: false, row: row + 1, column, text: value, why: typed.why }
    go(typed.edits)
  }
  return { ok: true, edits, uids }
}

/** Gives the rows below the first what stands in its cell. */
export function fillDown(
  workspace: Workspace,
  { uids, column }: { uids: readonly number[]; column: Column },
  reading: Reading,
): { ok: true; edits: WorkspaceEdit[] } | BadCell {
  const [first, ...rest] = uids
  if (first === undefined) return { ok: true, edits: [] }
  const text = cellText(workspace, first, column, reading.plannedOf(first))
  let now = workspace
  const edits: WorkspaceEdit[] = []
  for (const [at, uid] of rest.entries()) {
    const typed = typedIn(now, uid, column, text, reading)
    if (!typed.ok) return { ok: false, row: at + 2, column, text, why: typed.why }
    const step = withEdits(now, typed.edits)
    if (!step.ok) throw new Error(`${step.why}: ${step.names.join(', ')}`)
    now = step.workspace
    edits.push(...step.edits)
  }
  return { ok: true, edits }
}

/** What a cell says, so that it can be read again: for the clipboard, and for an editor to begin with. */
export function cellText(
  { plan }: Workspace,
  uid: number,
  column: Column,
  planned: Dates | undefined,
): string {
  const at = plan.tasks.findIndex((task) => task.uid === uid)
  const task = plan.tasks[at]
  if (!task) return ''
  switch (column) {
    case 'name':
      return task.name
    case 'wbs':
      return task.wbs
    case 'note':
      return task.note ?? ''
    case 'percent':
      return task.isSummary ? '' : `${task.percentComplete}%`
    case 'duration':
      return task.isSummary
        ? ''
        : shortDuration(task.durationMinutes, task.isElapsed, plan) + (task.isEstimated ? '?' : '')
    case 'start':
      return planned ? dateText(plan, task, planned.start, 'start') : ''
    case 'finish':
      return planned ? dateText(plan, task, planned.finish, 'finish') : ''
    case 'deadline':
      return task.deadline ? dateText(plan, task, task.deadline, 'finish') : ''
    case 'constraint': {
      const { type, at: on } = task.constraint
      return on === null ? type : `${type} ${dateText(plan, task, on, edgeOf(type))}`
    }
    case 'predecessors': {
      const rowOf = new Map(plan.tasks.map((each, row) => [each.uid, row + 1]))
      return plan.links
        .filter(({ toUid }) => toUid === uid)
        .map((link) => predecessorText({ ...link, reference: String(rowOf.get(link.fromUid)) }, plan))
        .join('; ')
    }
    case 'people': {
      const nameOf = new Map(plan.resources.map((each) => [each.uid, each.name]))
      return plan.assignments
        .filter(({ taskUid }) => taskUid === uid)
        .map(({ resourceUid, unitsPercent }) => {
          const name = nameOf.get(resourceUid) ?? ''
          return unitsPercent === 100 ? name : `${name} ${Math.round(unitsPercent * 100) / 100}%`
        })
        .join('; ')
    }
  }
}

function typedIn(workspace: Workspace, uid: number, column: Column, given: string, reading: Reading): Typed {
  const { plan } = workspace
  const task = plan.tasks.find((each) => each.uid === uid)
  if (!task) return no('no-such-task')
  const planned = reading.plannedOf(uid)
  const text = given.trim()
  if (text === cellText(workspace, uid, column, planned)) return yes([])
  switch (column) {
    case 'name': {
      const name = tidy(text)
      if (name === '') return no('no-name')
      return name.length > MAX_NAME ? no('too-long-text') : changed(task, { name })
    }
    case 'wbs':
      return text.length > MAX_NAME ? no('too-long-text') : changed(task, { wbs: tidy(text) })
    case 'note':
      return text.length > MAX_NOTE ? no('too-long-text') : changed(task, { note: text || null })
    case 'duration':
      return duration(plan, task, text)
    case 'start':
    case 'finish':
      return date(plan, task, column, text, planned, reading)
    case 'deadline': {
      if (text === '') return changed(task, { deadline: null })
      const deadline = momentFrom(plan, task, text, 'finish', reading)
      return deadline ? changed(task, { deadline }) : no('bad-date')
    }
    case 'constraint':
      return constraint(plan, task, text, reading)
    case 'percent':
      return percent(plan, task, text, planned)
    case 'predecessors':
      return predecessors(plan, task, text)
    case 'people':
      return people(workspace, task, text)
  }
}

function yes(edits: WorkspaceEdit[]): Typed {
  return { ok: true, edits }
}

function no(why: BadCell['why']): Typed {
  return { ok: false, why }
}

function changed(task: PlanTask, wanted: TaskChange): Typed {
  const change = changeFrom(task, { ...task, ...wanted })
  return yes(Object.keys(change).length > 0 ? [{ kind: 'change-task', uid: task.uid, change }] : [])
}

function typed(command: Command): Typed {
  return command.ok ? yes(command.edits) : no(command.why)
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Nothing lasts nothing but a milestone, and a milestone that lasts is none any more. */
function duration(plan: Plan, task: PlanTask, text: string): Typed {
  if (task.isSummary) return no('is-a-summary')
  const read = durationFrom(text, plan)
  if (!read || read.minutes < 0) return no('bad-duration')
  return typed(
    setDuration(plan, task.uid, read.minutes, {
      durationUnit: read.unit,
      isElapsed: read.isElapsed,
      isEstimated: read.isEstimated,
      isMilestone: read.minutes === 0,
    }),
  )
}

function date(
  plan: Plan,
  task: PlanTask,
  column: 'start' | 'finish',
  text: string,
  planned: Dates | undefined,
  reading: Reading,
): Typed {
  if (task.isSummary) return no('is-a-summary')
  if (text === '') return freed(task, column)
  const at = momentFrom(plan, task, text, column, reading)
  if (!at) return no('bad-date')
  if (planned?.[column] === at) return yes([])
  return typed(column === 'start' ? setStart(plan, task.uid, at) : setFinish(plan, task.uid, at))
}

/** A date that is deleted holds no more: the links say when. */
function freed(task: PlanTask, column: 'start' | 'finish'): Typed {
  const { type } = task.constraint
  const isOfColumn =
    column === 'start' ? type === 'MSO' || type.startsWith('S') : type === 'MFO' || type.startsWith('F')
  return isOfColumn ? changed(task, { constraint: { type: 'ASAP', at: null } }) : yes([])
}

/** How long a new task is that is pasted with its start and its finish. */
function lengthUpTo(plan: Plan, uid: number, text: string, reading: Reading): Typed {
  const task = plan.tasks.find((each) => each.uid === uid)!
  const finish = momentFrom(plan, task, text, 'finish', reading)
  if (!finish) return no('bad-date')
  const start = task.constraint.at ?? plan.startsAt
  if (finish < start) return no('finish-before-start')
  const clock = planCalendarsOf(plan).ofTask(task.calendarUid)
  const minutes = clock.between(momentOf(start), momentOf(finish)) / TENTHS_PER_MINUTE
  return typed(setDuration(plan, uid, minutes, { isMilestone: minutes === 0 }))
}

const constraintTypes: ReadonlySet<string> = new Set<ConstraintType>([
  'ASAP',
  'ALAP',
  'MSO',
  'MFO',
  'SNET',
  'SNLT',
  'FNET',
  'FNLT',
])

function constraint(plan: Plan, task: PlanTask, text: string, reading: Reading): Typed {
  const [word = '', ...rest] = text.split(/\s+/)
  const type = (word === '' ? 'ASAP' : word.toUpperCase()) as ConstraintType
  if (!constraintTypes.has(type)) return no('bad-constraint')
  if (type === 'ASAP' || type === 'ALAP')
    return rest.length > 0 ? no('bad-constraint') : changed(task, { constraint: { type, at: null } })
  if (rest.length === 0) return no('constraint-without-date')
  const at = momentFrom(plan, task, rest.join(' '), edgeOf(type), reading)
  return at ? changed(task, { constraint: { type, at } }) : no('bad-date')
}

function percent(plan: Plan, task: PlanTask, text: string, planned: Dates | undefined): Typed {
  if (task.isSummary) return no('is-a-summary')
  const match = /^(\d{1,3})(?:[.,]0+)?\s*%?$/.exec(text)
  const share = match ? Number(match[1]) : NaN
  if (!(share >= 0 && share <= 100)) return no('bad-percent')
  // Where a task is not dated yet nobody knows when it began.
  return planned
    ? typed(setProgress(plan, task.uid, share, planned))
    : changed(task, { percentComplete: share })
}

function predecessors(plan: Plan, task: PlanTask, text: string): Typed {
  const read = predecessorsFrom(text, (reference) => /^\d{1,6}$/.test(reference), plan)
  if (!read) return no('bad-predecessors')
  const wanted = new Map<number, PlanLink>()
  for (const { reference, type, lag, lagUnit } of read) {
    if (!/^\d{1,6}$/.test(reference)) return no('bad-predecessors')
    const from = plan.tasks[Number(reference) - 1]
    if (!from) return no('unknown-predecessor')
    if (from.uid === task.uid) return no('self-link')
    wanted.set(from.uid, { fromUid: from.uid, toUid: task.uid, type, lag, lagUnit })
  }
  const known = plan.links.filter(({ toUid }) => toUid === task.uid)
  return yes([
    ...known
      .filter(({ fromUid }) => !wanted.has(fromUid))
      .map(({ fromUid, toUid }): WorkspaceEdit => ({ kind: 'remove-link', fromUid, toUid })),
    ...[...wanted.values()].flatMap((link) => linkTasks(plan, link.fromUid, link.toUid, link)),
  ])
}

/** 'Ana; Ben 50%', or as Microsoft Project has it 'Ana,Ben[50%]'. Who is not known yet becomes known. */
function people(workspace: Workspace, task: PlanTask, text: string): Typed {
  if (task.isSummary) return no('is-a-summary')
  const wanted = new Map<string, { name: string; units: number }>()
  for (const part of text.split(/[;,\n]/)) {
    const match = /^(.*?)\s*(?:\[\s*)?(?:(\d+(?:\.\d+)?)\s*%\s*\]?)?$/.exec(tidy(part))
    const name = match?.[1] ?? ''
    if (name === '' && match?.[2] === undefined) continue
    if (name === '') return no('no-name')
    if (name.length > MAX_NAME) return no('too-long-text')
    const units = match?.[2] === undefined ? 100 : Number(match[2])
    if (!(units > 0 && units <= 100_000)) return no('bad-units')
    wanted.set(name.toLowerCase(), { name, units })
  }
  let now = workspace
  const edits: WorkspaceEdit[] = []
  const go = (command: Command) => {
    if (!command.ok) return command.why
    const step = withEdits(now, command.edits)
    if (!step.ok) throw new Error(`${step.why}: ${step.names.join(', ')}`)
    now = step.workspace
    edits.push(...step.edits)
    return null
  }
  for (const { name } of wanted.values()) {
    if (resourceNamed(now.plan, name)) continue
    const uid = now.plan.resources.reduce((highest, each) => Math.max(highest, each.uid), 0) + 1
    const resource = { uid, name, kind: 'work' as const, calendarUid: null, maxUnitsPercent: 100 }
    go({ ok: true, edits: [{ kind: 'set-resource', resource }] })
  }
  const stays = new Set([...wanted.values()].map(({ name }) => resourceNamed(now.plan, name)!.uid))
  for (const { uid, taskUid, resourceUid } of workspace.plan.assignments) {
    if (taskUid !== task.uid || stays.has(resourceUid)) continue
    const why = go(unassign(now.plan, uid))
    if (why) return no(why)
  }
  for (const { name, units } of wanted.values()) {
    const why = go(assign(now.plan, task.uid, resourceNamed(now.plan, name)!.uid, units))
    if (why) return no(why)
  }
  return yes(edits.filter((edit, at) => !isOvertaken(edits, edit, at)))
}

/** Of several words on one assignment the last is enough. */
function isOvertaken(edits: readonly WorkspaceEdit[], edit: WorkspaceEdit, at: number): boolean {
  return (
    edit.kind === 'set-assignment' &&
    edits
      .slice(at + 1)
      .some((later) => later.kind === 'set-assignment' && later.assignment.uid === edit.assignment.uid)
  )
}

function resourceNamed({ resources }: Plan, name: string) {
  const wanted = name.toLowerCase()
  return (
    resources.find((each) => each.name === name) ??
    resources.find((each) => each.name.toLowerCase() === wanted)
  )
}

function edgeOf(type: ConstraintType): 'start' | 'finish' {
  return type === 'MFO' || type.startsWith('F') ? 'finish' : 'start'
}

/** A day without a time begins with its first working hour, and ends with its last. */
function momentFrom(
  plan: Plan,
  task: PlanTask,
  text: string,
  edge: 'start' | 'finish',
  { dayOrder }: Reading,
): string | null {
  const read = dateFrom(text, dayOrder)
  if (!read || read.date < FIRST_DAY || read.date > LAST_DAY) return null
  if (read.time !== null) return `${read.date}T${read.time}`
  return hoursOfDay(read.date, task.calendarUid ?? plan.calendarUid, plan.calendars)[edge]
}

function dateText(plan: Plan, task: PlanTask, at: string, edge: 'start' | 'finish'): string {
  const [day, time] = [at.slice(0, 10), at.slice(11)]
  const usual = hoursOfDay(day, task.calendarUid ?? plan.calendarUid, plan.calendars)[edge]
  return isSameValue(usual, at) ? day : `${day} ${time}`
}

/** Names first and what refers to other rows last. */
function turn(column: Column): number {
  return order.indexOf(column)
}

const order: readonly Column[] = [
  'name',
  'wbs',
  'note',
  'duration',
  'start',
  'finish',
  'deadline',
  'constraint',
  'people',
  'percent',
  'predecessors',
]
