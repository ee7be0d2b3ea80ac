import type { PlanRow } from '@countersign/ui/plan-timeline'

type DatedTask = {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  percentComplete: number
  startsLocal: string
  finishesLocal: string
  isCritical: boolean
}

export const rowsPerPage = 300

/** Tasks as the timeline draws them. */
export function planRows(tasks: readonly DatedTask[], href?: (uid: number) => string): PlanRow[] {
  return tasks.map((task) => ({
    id: String(task.uid),
    wbs: task.wbs,
    name: task.name,
    depth: task.outlineLevel - 1,
    kind: task.isSummary ? 'summary' : task.isMilestone ? 'milestone' : 'task',
    start: task.startsLocal.slice(0, 10),
    finish: task.finishesLocal.slice(0, 10),
    percentDone: task.percentComplete,
    critical: task.isCritical,
    href: task.isSummary ? undefined : href?.(task.uid),
  }))
}
