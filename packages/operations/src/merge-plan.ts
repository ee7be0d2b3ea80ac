import type { Tx } from '@countersign/db/connect'
import { projectCalendars, taskLinks, tasks } from '@countersign/db/tables/plan'
import { planImports } from '@countersign/db/tables/plan-imports'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { projects } from '@countersign/db/tables/projects'
import type { Choice } from '@countersign/domain/plan-merge/merge-plans'
import type { Plan, ScheduledTask } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { eq, sql } from 'drizzle-orm'
import { insertRows } from './insert-rows'
import { lockProject } from './lock-project'
import { planToMerge } from './plan-to-merge'
import { refused } from './result'
import {
  assignmentRowsOf,
  calendarRowsOf,
  forgetQueryPlans,
  linkRowsOf,
  planSettings,
  resourceRowsOf,
  taskRowsOf,
} from './stored-plan'

type Merge = {
  projectId: string
  importId: string
  /** The plan that the preview compared with. */
  digest: string
  /** Whose word holds, by the key of the conflict: ours where nobody chose. */
  choices: Readonly<Record<string, Choice>>
  now: Date
}

/**
 * Takes over what a changed file changed. A task that the file has no more stays where time is logged on it, people
 * are on it or a deliverable is due by it. Refused where the plan changed since the difference was shown.
 */
export async function mergePlan(tx: Tx, { projectId, importId, digest, choices, now }: Merge) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const found = await planToMerge(tx, { projectId, importId, choices })
  if (!found) return refused('no-such-import')
  if (found.digest !== digest) return refused('changed-meanwhile')
  const { plan, read } = found.merged
  const before = schedulePlan(found.ours)
  const schedule = schedulePlan(plan)
  if (!schedule.ok) return schedule
  await replacePlan(tx, projectId, plan, schedule.tasks)
  await tx
    .update(planImports)
    .set({ projectId, acceptedAt: now, plan: read })
    .where(eq(planImports.id, importId))
  return {
    ok: true as const,
    finishBefore: before.ok ? before.finish : null,
    finishAfter: schedule.finish,
    kept: found.kept.map(({ name }) => name),
  }
}

/** Writes a plan over the one that is there. Rows of tasks stay the same rows, for what refers to them. */
async function replacePlan(tx: Tx, projectId: string, plan: Plan, dates: readonly ScheduledTask[]) {
  await tx.delete(taskLinks).where(eq(taskLinks.projectId, projectId))
  await tx.delete(projectCalendars).where(eq(projectCalendars.projectId, projectId))
  // Who stays on a task is not taken off it in between: what was agreed with the person would be gone.
  await deleteAllBut(tx, projectId, planAssignments, plan.assignments)
  await deleteAllBut(tx, projectId, tasks, plan.tasks)
  await deleteAllBut(tx, projectId, planResources, plan.resources)
  await tx.update(projects).set(planSettings(plan)).where(eq(projects.id, projectId))
  await insertRows(tx, projectCalendars, calendarRowsOf(projectId, plan))
  await insertRows(tx, tasks, taskRowsOf(projectId, plan, dates), {
    replace: {
      on: ['projectId', 'uid'],
      // The manager's word on a milestone stays while it is one.
      set: {
        milestoneKind: sql`case when excluded.is_milestone then coalesce(${tasks}.milestone_kind, 'delivery') end`,
      },
    },
  })
  await forgetQueryPlans(tx)
  await insertRows(tx, taskLinks, linkRowsOf(projectId, plan), { skip: true })
  await insertRows(tx, planResources, resourceRowsOf(projectId, plan), {
    replace: { on: ['projectId', 'uid'], set: {} },
  })
  await insertRows(tx, planAssignments, assignmentRowsOf(projectId, plan), {
    replace: { on: ['projectId', 'uid'], set: {} },
  })
}

async function deleteAllBut(
  tx: Tx,
  projectId: string,
  table: typeof tasks | typeof planResources | typeof planAssignments,
  stay: readonly { uid: number }[],
) {
  const uids = JSON.stringify(stay.map(({ uid }) => uid))
  await tx.execute(sql`
    delete from ${table} t where t.project_id = ${projectId}
      and not exists (select from jsonb_array_elements_text(${uids}::jsonb) s where s.value::integer = t.uid)`)
}
