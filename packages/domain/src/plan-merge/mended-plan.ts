import type { Plan, PlanTask } from '../schedule/plan'

/**
 * The plan with what merging row by row cannot see put right: the outline without steps of more than one level, links
 * and assignments only where both ends are there, and calendars and resources brought back where they are in use.
 */
export function mendedPlan(plan: Plan, sources: readonly Plan[]): Plan {
  const tasks = inOutline(plan.tasks)
  const taskUids = new Set(tasks.map(({ uid }) => uid))
  const assignments = plan.assignments.filter(({ taskUid }) => taskUids.has(taskUid))
  const resources = withUsed(
    plan.resources,
    assignments.map(({ resourceUid }) => resourceUid),
    sources.flatMap((source) => source.resources),
  )
  const used = [
    plan.calendarUid,
    ...tasks.map(({ calendarUid }) => calendarUid),
    ...resources.map(({ calendarUid }) => calendarUid),
  ]
  const known = sources.flatMap((source) => source.calendars)
  let calendars = withUsed(plan.calendars, used, known)
  // What a calendar is derived from is in use as well, and so on upwards.
  for (let count = -1; count !== calendars.length;) {
    count = calendars.length
    calendars = withUsed(
      calendars,
      calendars.map(({ derivedFrom }) => derivedFrom),
      known,
    )
  }
  return {
    ...plan,
    tasks,
    calendars,
    resources,
    assignments,
    links: plan.links.filter(({ fromUid, toUid }) => taskUids.has(fromUid) && taskUids.has(toUid)),
  }
}

function withUsed<Item extends { uid: number }>(
  items: readonly Item[],
  used: readonly (number | null)[],
  known: readonly Item[],
): Item[] {
  const result = [...items]
  const there = new Set(items.map(({ uid }) => uid))
  for (const uid of used) {
    if (uid === null || there.has(uid)) continue
    const found = known.find((item) => item.uid === uid)
    if (!found) continue
    there.add(uid)
    result.push(found)
  }
  return result
}

function inOutline(tasks: readonly PlanTask[]): PlanTask[] {
  let above = 0
  const levels = tasks.map(({ outlineLevel }) => (above = Math.min(Math.max(1, outlineLevel), above + 1)))
  return tasks.map((task, at) => {
    const outlineLevel = levels[at]!
    const isSummary = (levels[at + 1] ?? 0) > outlineLevel
    if (isSummary === task.isSummary) return { ...task, outlineLevel }
    // A task that something came to lie below lasts as long as that; one that lost all of it is a point in time.
    const isDatedBelow = isSummary && task.manual === null
    const durationMinutes = isDatedBelow ? 0 : task.durationMinutes
    return {
      ...task,
      outlineLevel,
      isSummary,
      durationMinutes,
      isElapsed: !isDatedBelow && task.isElapsed,
      remainingMinutes: isDatedBelow ? null : task.remainingMinutes,
      splits: isSummary ? [] : task.splits,
      isMilestone: !isSummary && durationMinutes === 0,
    }
  })
}
