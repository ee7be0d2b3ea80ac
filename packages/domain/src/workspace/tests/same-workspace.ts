import type { Workspace } from '../workspace'

/** The order of links, resources and assignments says nothing, nor does a summary's own progress. */
export function inOrder({ plan, milestoneKinds }: Workspace): Workspace {
  return {
    milestoneKinds,
    plan: {
      ...plan,
      tasks: plan.tasks.map((task) => (task.isSummary ? { ...task, ...none } : task)),
      links: plan.links.toSorted((a, b) => a.fromUid - b.fromUid || a.toUid - b.toUid),
      resources: plan.resources.toSorted((a, b) => a.uid - b.uid),
      assignments: plan.assignments.toSorted((a, b) => a.uid - b.uid),
    },
  }
}

const none = {
  percentComplete: 0,
  actualStart: null,
  actualFinish: null,
  remainingMinutes: null,
  stoppedAt: null,
  resumesAt: null,
}
