import { isLocalDateTime } from '../calendar-day'
import type { Plan, PlanAssignment, PlanLink, PlanResource, PlanTask } from '../schedule/plan'
import { LONGEST_MINUTES } from '../schedule/task-revision'
import { progressFields } from './apply-edits'
import type { Workspace } from './workspace'
import type { TaskChange, WorkspaceEdit } from './workspace-edit'

export type BadValue =
  | 'no-name'
  | 'too-long-text'
  | 'is-a-summary'
  | 'milestone-has-no-length'
  | 'bad-duration'
  | 'bad-percent'
  | 'bad-date'
  | 'constraint-without-date'
  | 'bad-constraint'
  | 'finish-before-start'
  | 'finished-but-not-done'
  | 'unknown-calendar'
  | 'bad-number'
  | 'bad-lag'
  | 'bad-units'
  | 'bad-level'
  | 'not-edited-here'

export type EditField = keyof TaskChange | 'outlineLevel' | 'lag' | 'units' | 'work' | 'uid' | 'plan'
export type BadEdit = { why: BadValue; uid: number | null; name: string; field: EditField }

const MAX_NAME = 255
const MAX_NOTE = 10_000
const MAX_UID = 999_999_999
const MAX_LEVEL = 100
const MAX_UNITS_PERCENT = 100_000
const MAX_LAG_PERCENT = 100_000
const MAX_SPLITS = 1000
const [FIRST_DATE, LAST_DATE] = ['1900-01-01T00:00', '2199-12-31T23:59']

/** What a value of an edit may not be, task and field by name; null where the edit can be done to that plan. */
export function whyNotEdit({ plan }: Workspace, edit: WorkspaceEdit): BadEdit | null {
  switch (edit.kind) {
    case 'change-task': {
      const task = plan.tasks.find(({ uid }) => uid === edit.uid)
      return task ? whyNotTask(plan, { ...task, ...edit.change }, edit.change, task.isSummary) : null
    }
    case 'add-task': {
      const { uid, outlineLevel, isSummary, baselines, ...change } = edit.task
      if (!baselines.every(({ start, finish }) => isMoment(start) && isMoment(finish)))
        return bad('bad-date', edit.task, 'plan')
      if (!isCount(uid, 1, MAX_UID)) return bad('bad-number', edit.task, 'uid')
      if (!isCount(outlineLevel, 1, MAX_LEVEL)) return bad('bad-level', edit.task, 'outlineLevel')
      return whyNotTask(plan, edit.task, change, isSummary)
    }
    case 'move-task': {
      const task = plan.tasks.find(({ uid }) => uid === edit.uid)
      const isLevel = isCount(edit.outlineLevel, 1, MAX_LEVEL)
      return task && !isLevel ? bad('bad-level', task, 'outlineLevel') : null
    }
    case 'add-link':
    case 'change-link':
      return whyNotLag(plan, edit.link)
    case 'set-assignment':
      return whyNotWork(plan, edit.assignment)
    case 'set-resource':
      return whyNotResource(plan, edit.resource)
    case 'reorder':
    case 'change-plan':
      return { why: 'not-edited-here', uid: null, name: '', field: 'plan' }
    case 'remove-task':
    case 'remove-link':
    case 'remove-assignment':
    case 'remove-resource':
    case 'set-milestone-kind':
      return null
  }
}

/** Only what is changed is asked about: an imported plan may hold what nobody would be let enter. */
function whyNotTask(plan: Plan, task: PlanTask, change: TaskChange, isSummary: boolean): BadEdit | null {
  const why = (value: BadValue, field: EditField) => bad(value, task, field)
  const changes = (...fields: (keyof TaskChange)[]) => fields.some((field) => change[field] !== undefined)
  if (changes('name')) {
    if (task.name.trim() === '') return why('no-name', 'name')
    if (task.name.length > MAX_NAME) return why('too-long-text', 'name')
  }
  if (changes('wbs') && task.wbs.length > MAX_NAME) return why('too-long-text', 'wbs')
  if (changes('note') && (task.note?.length ?? 0) > MAX_NOTE) return why('too-long-text', 'note')
  if (changes('durationMinutes') && !isLength(task.durationMinutes))
    return why('bad-duration', 'durationMinutes')
  if (changes('remainingMinutes') && !isLength(task.remainingMinutes ?? 0))
    return why('bad-duration', 'remainingMinutes')
  if (changes('levellingDelayMinutes') && !isLength(task.levellingDelayMinutes))
    return why('bad-duration', 'levellingDelayMinutes')
  if (changes('splits') && !areSplits(task.splits)) return why('bad-duration', 'splits')
  if (changes('percentComplete') && !isCount(task.percentComplete, 0, 100))
    return why('bad-percent', 'percentComplete')
  if (changes('priority') && !isCount(task.priority, 0, 1000)) return why('bad-number', 'priority')
  if (changes('calendarUid') && !isCalendar(plan, task.calendarUid))
    return why('unknown-calendar', 'calendarUid')
  for (const field of ['deadline', 'actualStart', 'actualFinish', 'stoppedAt', 'resumesAt'] as const)
    if (changes(field) && !isMoment(task[field])) return why('bad-date', field)
  if (changes('constraint')) {
    const { type, at } = task.constraint
    const isFree = type === 'ASAP' || type === 'ALAP'
    if (!isMoment(at)) return why('bad-date', 'constraint')
    if (!isFree && at === null) return why('constraint-without-date', 'constraint')
    if (isFree && at !== null) return why('bad-constraint', 'constraint')
  }
  if (changes('manual') && task.manual) {
    const { start, finish } = task.manual
    if (!isMoment(start) || !isMoment(finish)) return why('bad-date', 'manual')
    if (start !== null && finish !== null && finish < start) return why('finish-before-start', 'manual')
  }
  if (isSummary) return null
  if (changes('durationMinutes', 'isMilestone') && task.isMilestone && task.durationMinutes > 0)
    return why('milestone-has-no-length', 'durationMinutes')
  if (changes('actualStart', 'actualFinish') && task.actualStart !== null && task.actualFinish !== null)
    if (task.actualFinish < task.actualStart) return why('finish-before-start', 'actualFinish')
  if (changes('actualFinish', 'percentComplete') && task.actualFinish !== null && task.percentComplete < 100)
    return why('finished-but-not-done', 'percentComplete')
  return null
}

/** A summary's dates and progress are those of its tasks: what would say otherwise. */
export function whyNotOnSummary({ plan }: Workspace, edit: WorkspaceEdit): BadEdit | null {
  if (edit.kind !== 'change-task') return null
  const task = plan.tasks.find(({ uid }) => uid === edit.uid)
  if (!task?.isSummary) return null
  const field = Object.keys(edit.change).find(
    (key) => progressFields.has(key) || key === 'durationMinutes' || key === 'isElapsed',
  )
  return field ? bad('is-a-summary', task, field as keyof TaskChange) : null
}

function bad(why: BadValue, { uid, name }: Pick<PlanTask, 'uid' | 'name'>, field: EditField): BadEdit {
  return { why, uid, name, field }
}

function whyNotLag(plan: Plan, { toUid, lag, lagUnit }: PlanLink): BadEdit | null {
  const most = lagUnit === 'percent' || lagUnit === 'elapsed-percent' ? MAX_LAG_PERCENT : LONGEST_MINUTES
  if (Number.isFinite(lag) && Math.abs(lag) <= most) return null
  const name = plan.tasks.find(({ uid }) => uid === toUid)?.name ?? String(toUid)
  return { why: 'bad-lag', uid: toUid, name, field: 'lag' }
}

function whyNotWork(plan: Plan, work: PlanAssignment): BadEdit | null {
  const task = plan.tasks.find(({ uid }) => uid === work.taskUid)
  if (!task) return null
  if (task.isSummary) return bad('is-a-summary', task, 'work')
  if (!isCount(work.uid, 1, 2_147_483_647)) return bad('bad-number', task, 'uid')
  if (!(work.unitsPercent >= 0 && work.unitsPercent <= MAX_UNITS_PERCENT))
    return bad('bad-units', task, 'units')
  const spans = work.spread ?? []
  if (!spans.every(({ start, finish }) => isMoment(start) && isMoment(finish) && start <= finish))
    return bad('bad-date', task, 'work')
  if (!spans.every(({ workMinutes }) => workMinutes >= 0)) return bad('bad-duration', task, 'work')
  const lengths = [work.workMinutes, work.actualWorkMinutes, work.remainingWorkMinutes, work.delayMinutes]
  return [...lengths, work.levellingDelayMinutes].every((each) => each >= 0 && each <= 100 * LONGEST_MINUTES)
    ? null
    : bad('bad-duration', task, 'work')
}

function whyNotResource(plan: Plan, resource: PlanResource): BadEdit | null {
  const { uid, name, calendarUid, maxUnitsPercent } = resource
  const why = (value: BadValue, field: EditField): BadEdit => ({ why: value, uid: null, name, field })
  if (!isCount(uid, 1, MAX_UID)) return why('bad-number', 'uid')
  if (name.trim() === '') return why('no-name', 'name')
  if (name.length > MAX_NAME) return why('too-long-text', 'name')
  if (!isCalendar(plan, calendarUid)) return why('unknown-calendar', 'calendarUid')
  return maxUnitsPercent >= 0 && maxUnitsPercent <= MAX_UNITS_PERCENT ? null : why('bad-units', 'units')
}

function isCount(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to
}

function isLength(minutes: number): boolean {
  return minutes >= 0 && minutes <= LONGEST_MINUTES
}

function areSplits(splits: PlanTask['splits']): boolean {
  return (
    splits.length <= MAX_SPLITS &&
    splits.every(({ afterMinutes, gapMinutes }) => isLength(afterMinutes) && isLength(gapMinutes))
  )
}

function isCalendar({ calendars }: Plan, uid: number | null): boolean {
  return uid === null || calendars.some((calendar) => calendar.uid === uid)
}

function isMoment(at: string | null): boolean {
  return at === null || (isLocalDateTime(at) && at >= FIRST_DATE && at <= LAST_DATE)
}
