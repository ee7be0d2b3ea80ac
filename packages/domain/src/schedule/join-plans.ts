import { ordinaryPlan, ordinaryTask } from './ordinary'
import type { Plan, PlanLink, PlanTask } from './plan'

export type PlanPart = { name: string; plan: Plan }

/** A link between projects: parts by their position. */
export type CrossLink = Pick<PlanLink, 'type' | 'lag' | 'lagUnit'> & {
  from: { part: number; uid: number }
  to: { part: number; uid: number }
}

export type JoinedPlan = {
  plan: Plan
  /** The joined plan's number of a part's task; `undefined` where the part has none such. */
  uidOf(part: number, uid: number): number | undefined
  /** Whose task a number of the joined plan is; `undefined` for the summaries that stand for the parts. */
  partOf(uid: number): { part: number; uid: number } | undefined
}

/**
 * The projects of a program as one plan, so that links between them are scheduled like any others: each project is a
 * summary, not before its own start. All run forwards from their starts; a task without a calendar of its own takes
 * its project's. Days, weeks and months are as long as in the first. A link that names an unknown task is left for the
 * scheduler to refuse.
 */
export function joinPlans(parts: readonly PlanPart[], links: readonly CrossLink[]): JoinedPlan {
  const [first] = parts
  const joined: Plan = {
    ...ordinaryPlan,
    ...first?.plan,
    finishesAt: null,
    startsAt: first?.plan.startsAt ?? '',
  }
  const tasks: PlanTask[] = []
  const numbers = parts.map(() => new Map<number, number>())
  const origins = new Map<number, { part: number; uid: number }>()
  const collected: Pick<Plan, 'calendars' | 'links' | 'resources' | 'assignments'> = {
    calendars: [],
    links: [],
    resources: [],
    assignments: [],
  }
  parts.forEach(({ name, plan }, part) => {
    if (plan.startsAt < joined.startsAt) joined.startsAt = plan.startsAt
    const calendarUids = renumbered(plan.calendars, collected.calendars.length)
    const resourceUids = renumbered(plan.resources, collected.resources.length)
    const calendarOf = (uid: number | null) => (uid === null ? null : (calendarUids.get(uid) ?? null))
    tasks.push({ ...partSummary(name, plan), uid: tasks.length + 1, isSummary: plan.tasks.length > 0 })
    for (const task of plan.tasks) {
      const uid = tasks.length + 1
      numbers[part]!.set(task.uid, uid)
      origins.set(uid, { part, uid: task.uid })
      const calendarUid = calendarOf(task.calendarUid) ?? (part === 0 ? null : calendarOf(plan.calendarUid))
      tasks.push({ ...task, uid, outlineLevel: task.outlineLevel + 1, calendarUid })
    }
    const taskUid = (uid: number) => numbers[part]!.get(uid) ?? NaN
    collected.calendars.push(
      ...plan.calendars.map((calendar) => ({
        ...calendar,
        uid: calendarUids.get(calendar.uid)!,
        derivedFrom: calendarOf(calendar.derivedFrom),
      })),
    )
    collected.resources.push(
      ...plan.resources.map((resource) => ({
        ...resource,
        uid: resourceUids.get(resource.uid)!,
        calendarUid: calendarOf(resource.calendarUid),
      })),
    )
    collected.links.push(
      ...plan.links.map((link) => ({ ...link, fromUid: taskUid(link.fromUid), toUid: taskUid(link.toUid) })),
    )
    for (const assignment of plan.assignments) {
      collected.assignments.push({
        ...assignment,
        uid: collected.assignments.length + 1,
        taskUid: taskUid(assignment.taskUid),
        resourceUid: resourceUids.get(assignment.resourceUid) ?? NaN,
      })
    }
    if (part === 0) joined.calendarUid = calendarOf(plan.calendarUid)
  })
  const uidOf = (part: number, uid: number) => numbers[part]?.get(uid)
  const across = links.map(({ from, to, ...link }) => ({
    ...link,
    fromUid: uidOf(from.part, from.uid) ?? NaN,
    toUid: uidOf(to.part, to.uid) ?? NaN,
  }))
  return {
    plan: { ...joined, ...collected, tasks, links: [...collected.links, ...across] },
    uidOf,
    partOf: (uid) => origins.get(uid),
  }
}

function partSummary(name: string, { startsAt }: Plan): Omit<PlanTask, 'uid' | 'isSummary'> {
  return {
    ...ordinaryTask,
    wbs: '',
    name,
    outlineLevel: 1,
    isMilestone: false,
    durationMinutes: 0,
    constraint: { type: 'SNET', at: startsAt },
  }
}

function renumbered(entries: readonly { uid: number }[], known: number): Map<number, number> {
  return new Map(entries.map(({ uid }, at) => [uid, known + at + 1]))
}
