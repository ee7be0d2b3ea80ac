import type { Tx } from '@countersign/db/connect'
import type { Changed } from '@countersign/domain/plan-merge/plan-difference'
import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { planToMerge } from '@countersign/operations/plan-to-merge'
import type { SerializeFrom } from '@remix-run/node'
import { CONFLICTS_SHOWN } from './form'

/** Of a long list the first so many are shown, and how many more there are. */
const SHOWN = 100

/** What a file would make of a plan, as the page shows it; null where there is no such import. */
export async function planToCompare(tx: Tx, projectId: string, importId: string) {
  const found = await planToMerge(tx, { projectId, importId })
  if (!found) return null
  const { difference, conflicts, plan } = found.merged
  const [before, after] = [schedulePlan(found.ours), schedulePlan(plan)]
  const { tasks } = difference
  return {
    fileName: found.import.fileName,
    digest: found.digest,
    kept: found.kept,
    minutesPerDay: plan.minutesPerDay,
    calendars: [...plan.calendars, ...found.ours.calendars].map(({ uid, name }) => ({ uid, name })),
    finish: { before: finishOf(before), after: finishOf(after) },
    notDated: after.ok ? null : { why: after.why, names: after.names },
    added: firstOf(tasks.added.map(named)),
    removed: firstOf(tasks.removed.map(named)),
    changed: firstOf(tasks.changed.flatMap(fieldChanges)),
    conflicts: {
      shown: conflicts.slice(0, CONFLICTS_SHOWN),
      more: Math.max(0, conflicts.length - CONFLICTS_SHOWN),
    },
    settings: difference.settings,
    others: (['links', 'calendars', 'resources', 'assignments'] as const).flatMap((list) => {
      const { added, changed, removed } = difference[list]
      const counts = { added: added.length, changed: changed.length, removed: removed.length }
      return added.length + changed.length + removed.length > 0 ? [{ list, ...counts }] : []
    }),
    isReordered: difference.isReordered,
  }
}

function finishOf(schedule: ReturnType<typeof schedulePlan>): string | null {
  return schedule.ok ? schedule.finish.slice(0, 10) : null
}

function named({ uid, wbs, name }: PlanTask) {
  return { uid, wbs, name }
}

/** What a summary has of its tasks, and what only follows from it, is no change of the file's. */
const derived = new Set(['isSummary', 'wbs'])

function fieldChanges({ from, to, fields }: Changed<Plan['tasks'][number]>) {
  return fields
    .filter(({ field }) => !derived.has(field))
    .map((change) => ({ uid: to.uid, wbs: from.wbs, name: from.name, ...change }))
}

function firstOf<Entry>(list: Entry[]): { shown: Entry[]; all: number } {
  return { shown: list.slice(0, SHOWN), all: list.length }
}

export type PlanToCompare = SerializeFrom<NonNullable<Awaited<ReturnType<typeof planToCompare>>>>
