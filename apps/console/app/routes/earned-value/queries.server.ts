import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  baselineBudgets,
  baselines,
  baselineTasks,
  taskMeasures,
  taskProgress,
} from '@countersign/db/tables/baselines'
import { timeEntries } from '@countersign/db/tables/time'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { projectMargins } from '@countersign/db/views/margins'
import { criteriaMet } from '@countersign/db/views/states'
import { planOf } from '@countersign/operations/stored-plan'
import { and, asc, eq, sql } from 'drizzle-orm'

/** Everything that earned value is made of, as the database has it; null where there is no such project. */
export async function earnedValueFacts(
  tx: Tx,
  projectId: string,
  { role }: StaffActor,
  baseline: number | null,
) {
  const [[project], kept] = await Promise.all([
    tx.select({ timeZone: projects.timeZone }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({
        id: baselines.id,
        number: baselines.number,
        name: baselines.name,
        occasion: baselines.occasion,
      })
      .from(baselines)
      .where(eq(baselines.projectId, projectId))
      .orderBy(asc(baselines.number)),
  ])
  if (!project) return null
  const chosen = kept.find(({ number }) => number === baseline) ?? kept.at(-1) ?? null
  const first = kept[0] ?? null
  const [now, then, progress, measures, criteria, worked, plan, budgets, [margin], [agreed]] =
    await Promise.all([
      tasksNow(tx, projectId),
      chosen ? tasksThen(tx, chosen.id) : [],
      tx
        .select({ uid: taskProgress.taskUid, percent: taskProgress.percentComplete, on: taskProgress.saidOn })
        .from(taskProgress)
        .where(eq(taskProgress.projectId, projectId))
        .orderBy(asc(taskProgress.saidOn), asc(taskProgress.recordedAt)),
      tx.select().from(taskMeasures).where(eq(taskMeasures.projectId, projectId)),
      tx
        .select({
          deliverableId: criteriaMet.deliverableId,
          weight: criteriaMet.weight,
          metAt: criteriaMet.metAt,
        })
        .from(criteriaMet)
        .where(eq(criteriaMet.projectId, projectId)),
      minutesWorked(tx, projectId),
      // Finance reads no calendar, which may name a person: it is told what was earned and spent, not what was due.
      role === 'finance' ? null : planOf(tx, projectId),
      tx.select().from(baselineBudgets).where(eq(baselineBudgets.projectId, projectId)),
      tx
        .select({ costMinor: projectMargins.costMinor, unratedMinutes: projectMargins.unratedMinutes })
        .from(projectMargins)
        .where(eq(projectMargins.projectId, projectId)),
      first
        ? tx
            .select({ minutes: sql<number>`coalesce(sum(${baselineTasks.workMinutes}), 0)::float8` })
            .from(baselineTasks)
            .where(eq(baselineTasks.baselineId, first.id))
        : [],
    ])
  return {
    timeZone: project.timeZone,
    kept: kept.map(({ number, name }) => ({ number, name })),
    chosen,
    firstMinutes: agreed?.minutes ?? 0,
    now,
    then,
    progress,
    measures,
    criteria,
    worked,
    plan,
    budget: budgets.find(({ baselineId }) => baselineId === chosen?.id) ?? null,
    firstBudget: budgets.find(({ baselineId }) => baselineId === first?.id) ?? null,
    cost: margin ?? null,
  }
}

export type EarnedValueFacts = NonNullable<Awaited<ReturnType<typeof earnedValueFacts>>>

function tasksNow(tx: Tx, projectId: string) {
  return tx
    .select({
      uid: tasks.uid,
      wbs: tasks.wbs,
      name: tasks.name,
      outlineLevel: tasks.outlineLevel,
      isSummary: tasks.isSummary,
      isMilestone: tasks.isMilestone,
      percentComplete: tasks.percentComplete,
    })
    .from(tasks)
    .where(eq(tasks.projectId, projectId))
    .orderBy(asc(tasks.position))
}

function tasksThen(tx: Tx, baselineId: string) {
  return tx
    .select({
      uid: baselineTasks.uid,
      wbs: baselineTasks.wbs,
      name: baselineTasks.name,
      isSummary: baselineTasks.isSummary,
      start: baselineTasks.startsLocal,
      finish: baselineTasks.finishesLocal,
      workMinutes: baselineTasks.workMinutes,
      workFrom: baselineTasks.workFrom,
    })
    .from(baselineTasks)
    .where(eq(baselineTasks.baselineId, baselineId))
    .orderBy(asc(baselineTasks.position))
}

function minutesWorked(tx: Tx, projectId: string) {
  return tx
    .select({
      uid: tasks.uid,
      on: timeEntries.workedOn,
      minutes: sql<number>`sum(${timeEntries.minutes})::integer`,
    })
    .from(timeEntries)
    .innerJoin(tasks, and(eq(tasks.projectId, timeEntries.projectId), eq(tasks.id, timeEntries.taskId)))
    .where(eq(timeEntries.projectId, projectId))
    .groupBy(tasks.uid, timeEntries.workedOn)
}
