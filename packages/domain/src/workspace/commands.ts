import type { LocalDateTime } from '../calendar-day'
import { afterEffortEdit, type EffortEdit } from '../schedule/effort'
import type { Plan, PlanAssignment, PlanLink, PlanTask } from '../schedule/plan'
import {
  revisedTask,
  whyNotRevisable,
  type RevisionRefusal,
  type TaskRevision,
} from '../schedule/task-revision'
import { isSameValue } from '../plan-merge/same-value'
import { changeFrom } from './apply-edits'
import type { TaskChange, WorkspaceEdit } from './workspace-edit'

export type CommandRefusal = RevisionRefusal | 'no-such-task' | 'has-begun' | 'known-assignment'
export type Command = { ok: true; edits: WorkspaceEdit[] } | { ok: false; why: CommandRefusal }

/** Where the scheduler has a task now. */
export type Dates = { start: LocalDateTime; finish: LocalDateTime }

/** What a manager says of one task, by the rules of its form; work follows the duration by the task's type. */
export function reviseTaskEdits(plan: Plan, uid: number, revision: TaskRevision, planned: Dates): Command {
  const task = taskOf(plan, uid)
  if (!task) return { ok: false, why: 'no-such-task' }
  const why = whyNotRevisable(task, revision)
  if (why) return { ok: false, why }
  const revised = revisedTask(task, revision, planned)
  const isLonger = revised.durationMinutes !== task.durationMinutes
  const assigned = isLonger
    ? effortEdits(plan, task, { kind: 'duration', minutes: revised.durationMinutes })
    : []
  return {
    ok: true,
    edits: [
      ...changeEdit(uid, changeFrom(task, revised)),
      ...assigned.filter(({ kind }) => kind !== 'change-task'),
    ],
  }
}

/** The length that a bar was drawn to, or that was typed. A duration that somebody says is a guess no more. */
export function setDuration(plan: Plan, uid: number, minutes: number, more: TaskChange = {}): Command {
  const task = taskOf(plan, uid)
  if (!task) return { ok: false, why: 'no-such-task' }
  const { isMilestone = task.isMilestone } = more
  const why = whyNotRevisable({ ...task, isMilestone }, { durationMinutes: minutes })
  if (why) return { ok: false, why }
  const change = { isEstimated: false, ...more, durationMinutes: minutes, remainingMinutes: null }
  const assigned = effortEdits(plan, task, { kind: 'duration', minutes })
  return {
    ok: true,
    edits: [
      ...changeEdit(uid, changeFrom(task, { ...task, ...change })),
      ...assigned.filter(({ kind }) => kind !== 'change-task'),
    ],
  }
}

/**
 * Where a bar was drawn to: it starts no earlier; a task with dates of its own starts then. In a plan that is made from
 * its end, it starts no later. What has begun starts where it did.
 */
export function setStart(plan: Plan, uid: number, at: LocalDateTime): Command {
  return setDate(plan, uid, { type: plan.finishesAt === null ? 'SNET' : 'SNLT', at }, (task) => ({
    start: at,
    finish: task.manual!.start === null ? task.manual!.finish : null,
  }))
}

export function setFinish(plan: Plan, uid: number, at: LocalDateTime): Command {
  return setDate(plan, uid, { type: plan.finishesAt === null ? 'FNET' : 'FNLT', at }, (task) => {
    const { start } = task.manual!
    return { start: start !== null && start > at ? null : start, finish: at }
  })
}

function setDate(
  plan: Plan,
  uid: number,
  constraint: PlanTask['constraint'],
  manualDates: (task: PlanTask) => PlanTask['manual'],
): Command {
  const task = taskOf(plan, uid)
  if (!task) return { ok: false, why: 'no-such-task' }
  if (task.isSummary) return { ok: false, why: 'is-a-summary' }
  if (task.actualStart !== null) return { ok: false, why: 'has-begun' }
  const change: TaskChange = task.manual ? { manual: manualDates(task) } : { constraint }
  return { ok: true, edits: changeEdit(uid, changeFrom(task, { ...task, ...change })) }
}

/** How much of a task is done; its actual dates follow. */
export function setProgress(plan: Plan, uid: number, percentComplete: number, planned: Dates): Command {
  return reviseTaskEdits(plan, uid, { percentComplete }, planned)
}

/** A link between two tasks, or another kind of link where there is one. */
export function linkTasks(
  plan: Plan,
  fromUid: number,
  toUid: number,
  { type = 'FS', lag = 0, lagUnit = 'working' }: Partial<Omit<PlanLink, 'fromUid' | 'toUid'>> = {},
): WorkspaceEdit[] {
  const link: PlanLink = { fromUid, toUid, type, lag, lagUnit }
  const known = plan.links.find((each) => each.fromUid === fromUid && each.toUid === toUid)
  if (!known) return [{ kind: 'add-link', link }]
  return isSameValue(known, link) ? [] : [{ kind: 'change-link', link }]
}

/** Each waits for the one before it; links that are there stay as they are. */
export function linkInOrder(plan: Plan, uids: readonly number[]): WorkspaceEdit[] {
  return uids.slice(1).flatMap((toUid, at) => {
    const fromUid = uids[at]!
    const isLinked = plan.links.some((link) => link.fromUid === fromUid && link.toUid === toUid)
    return isLinked ? [] : linkTasks(plan, fromUid, toUid)
  })
}

/** Every link among the chosen tasks; of a single one, every link that it has. */
export function unlinkTasks(plan: Plan, uids: readonly number[]): WorkspaceEdit[] {
  const chosen = new Set(uids)
  return plan.links
    .filter(({ fromUid, toUid }) =>
      uids.length === 1 ? chosen.has(fromUid) || chosen.has(toUid) : chosen.has(fromUid) && chosen.has(toUid),
    )
    .map(({ fromUid, toUid }) => ({ kind: 'remove-link', fromUid, toUid }))
}

/** Puts somebody on a task; work, units and duration follow by the task's type. */
export function assign(plan: Plan, taskUid: number, resourceUid: number, unitsPercent = 100): Command {
  const task = taskOf(plan, taskUid)
  if (!task) return { ok: false, why: 'no-such-task' }
  if (task.isSummary) return { ok: false, why: 'is-a-summary' }
  const known = plan.assignments.find((each) => each.taskUid === taskUid && each.resourceUid === resourceUid)
  if (known && known.unitsPercent === unitsPercent) return { ok: true, edits: [] }
  const edit: EffortEdit = known
    ? { kind: 'units', uid: known.uid, percent: unitsPercent }
    : { kind: 'add', assignment: newAssignment(nextAssignmentUid(plan), taskUid, resourceUid, unitsPercent) }
  return { ok: true, edits: effortEdits(plan, task, edit) }
}

/** Takes somebody off a task. */
export function unassign(plan: Plan, assignmentUid: number): Command {
  const gone = plan.assignments.find(({ uid }) => uid === assignmentUid)
  const task = gone && taskOf(plan, gone.taskUid)
  return task
    ? { ok: true, edits: effortEdits(plan, task, { kind: 'remove', uid: assignmentUid }) }
    : { ok: false, why: 'no-such-task' }
}

export function nextAssignmentUid({ assignments }: Pick<Plan, 'assignments'>): number {
  return assignments.reduce((highest, { uid }) => Math.max(highest, uid), 0) + 1
}

export function newAssignment(
  uid: number,
  taskUid: number,
  resourceUid: number,
  unitsPercent: number,
): PlanAssignment {
  return {
    uid,
    taskUid,
    resourceUid,
    unitsPercent,
    workMinutes: 0,
    actualWorkMinutes: 0,
    remainingWorkMinutes: 0,
    delayMinutes: 0,
    levellingDelayMinutes: 0,
    contour: 'flat',
    spread: null,
  }
}

/** A change of who does how much, as edits: parts that go, parts that come or change, the duration last. */
function effortEdits(plan: Plan, task: PlanTask, edit: EffortEdit): WorkspaceEdit[] {
  const before = plan.assignments.filter(({ taskUid }) => taskUid === task.uid)
  if (before.length === 0 && edit.kind !== 'add') return []
  const { durationMinutes, assignments } = afterEffortEdit(task, before, edit)
  const stays = new Set(assignments.map(({ uid }) => uid))
  const known = new Map(before.map((each) => [each.uid, each]))
  return [
    ...before
      .filter(({ uid }) => !stays.has(uid))
      .map(({ uid }): WorkspaceEdit => ({ kind: 'remove-assignment', uid })),
    ...assignments
      .filter((each) => !isSameValue(known.get(each.uid), each))
      // Another amount of work lies otherwise than the spans say that a timesheet left.
      .map((each) => ({
        ...each,
        spread: known.get(each.uid)?.workMinutes === each.workMinutes ? each.spread : null,
      }))
      .map((assignment): WorkspaceEdit => ({ kind: 'set-assignment', assignment })),
    ...(durationMinutes === task.durationMinutes ? [] : changeEdit(task.uid, { durationMinutes })),
  ]
}

function changeEdit(uid: number, change: TaskChange): WorkspaceEdit[] {
  return Object.keys(change).length > 0 ? [{ kind: 'change-task', uid, change }] : []
}

function taskOf(plan: Plan, uid: number): PlanTask | undefined {
  return plan.tasks.find((task) => task.uid === uid)
}
