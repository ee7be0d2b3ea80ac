import type { Plan, PlanTask } from '../schedule/plan'
import { workdaysBetween } from './plan-from-template'
import type { ProjectTemplate, TemplateTask } from './template'

type Kinds = ReadonlyMap<number, TemplateTask['milestoneKind']>
type Others = Omit<ProjectTemplate, 'tasks' | 'links'> & { milestoneKinds: Kinds }

/**
 * What of a project begins the next one of its kind: its tasks with their durations and links, without dates, progress,
 * people and what is inactive. A start that somebody set becomes an offset in working days from the project's start.
 */
export function templateFromPlan(plan: Plan, { milestoneKinds, ...others }: Others): ProjectTemplate {
  const active = activeTasks(plan.tasks)
  const kept = new Set(active.map(({ uid }) => uid))
  const ifKept = (uid: number | null) => (uid !== null && kept.has(uid) ? uid : null)
  return {
    tasks: active.map((task) => ({
      uid: task.uid,
      name: task.name,
      outlineLevel: task.outlineLevel,
      isSummary: task.isSummary,
      isMilestone: task.isMilestone,
      milestoneKind: milestoneKinds.get(task.uid) ?? null,
      durationMinutes: task.isSummary ? 0 : task.durationMinutes,
      isElapsed: task.isElapsed,
      offsetDays: offsetOf(plan, task),
      note: task.note,
    })),
    links: plan.links
      .filter(({ fromUid, toUid }) => kept.has(fromUid) && kept.has(toUid))
      .map(({ fromUid, toUid, type, lag, lagUnit }) => ({ fromUid, toUid, type, lag, lagUnit })),
    ...others,
    phases: others.phases.map((phase) => ({ ...phase, taskUid: ifKept(phase.taskUid) })),
    deliverables: others.deliverables.map((each) => ({ ...each, dueTaskUid: ifKept(each.dueTaskUid) })),
  }
}

/** Without inactive tasks and what hangs below them. */
function activeTasks(tasks: readonly PlanTask[]): PlanTask[] {
  let below = Infinity
  return tasks.filter(({ outlineLevel, isActive }) => {
    if (outlineLevel <= below) below = isActive ? Infinity : outlineLevel
    return below === Infinity
  })
}

function offsetOf(plan: Plan, { manual, constraint, isSummary }: PlanTask): number {
  const isHeld = constraint.type === 'SNET' || constraint.type === 'MSO'
  const from = manual?.start ?? (isHeld ? constraint.at : null)
  return from === null || isSummary ? 0 : workdaysBetween(plan.startsAt.slice(0, 10), from.slice(0, 10))
}
