import type { Tx } from '@countersign/db/connect'
import { baselines, baselineTasks } from '@countersign/db/tables/baselines'
import { staff } from '@countersign/db/tables/people'
import { planResources } from '@countersign/db/tables/plan-resources'
import { compactPlan } from '@countersign/domain/workspace/compact-plan'
import { teamRoles } from '@countersign/operations/assign-task'
import { latestForecast } from '@countersign/operations/latest-forecast'
import { storedPlan } from '@countersign/operations/stored-plan'
import { workspaceOf } from '@countersign/operations/workspace-of'
import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'

/** A plan as its workspace opens it; the browser dates it with the engine that the server dates it with. */
export async function planContents(tx: Tx, projectId: string, staffId: string) {
  const [stored, baseline, forecast, ours, people] = await Promise.all([
    storedPlan(tx, projectId),
    latestBaseline(tx, projectId),
    latestForecast(tx, projectId),
    tx
      .select({ uid: planResources.uid, staffId: planResources.staffId })
      .from(planResources)
      .where(and(eq(planResources.projectId, projectId), isNotNull(planResources.staffId))),
    tx
      .selectDistinct({ name: staff.name })
      .from(staff)
      .where(and(eq(staff.isActive, true), inArray(staff.role, [...teamRoles])))
      .orderBy(asc(staff.name)),
  ])
  if (!stored) return null
  const { plan, milestoneKinds } = workspaceOf(stored)
  return {
    revision: stored.revision,
    plan: compactPlan(plan),
    milestoneKinds,
    baseline,
    /** By when eight of ten runs of the forecast kept last reach each milestone. */
    likely: forecast?.milestones.map(({ uid, p80 }) => [uid, p80] as const) ?? null,
    /** Which of the plan's people are our own, and which is the reader. */
    ours: ours.map(({ uid }) => uid),
    /** Who of us can be put on a task, by name: whoever is entered so is that one. */
    people: people.map(({ name }) => name),
    me: ours.find((each) => each.staffId === staffId)?.uid ?? null,
  }
}

export type PlanContents = NonNullable<Awaited<ReturnType<typeof planContents>>>

/** What was agreed last, as dates by task. */
export async function latestBaseline(tx: Tx, projectId: string) {
  const [latest] = await tx
    .select({ id: baselines.id, number: baselines.number, name: baselines.name })
    .from(baselines)
    .where(eq(baselines.projectId, projectId))
    .orderBy(desc(baselines.number))
    .limit(1)
  if (!latest) return null
  const dates = await tx
    .select({ uid: baselineTasks.uid, start: baselineTasks.startsLocal, finish: baselineTasks.finishesLocal })
    .from(baselineTasks)
    .where(and(eq(baselineTasks.projectId, projectId), eq(baselineTasks.baselineId, latest.id)))
    .orderBy(asc(baselineTasks.position))
  return {
    number: latest.number,
    name: latest.name,
    dates: dates.map(({ uid, start, finish }) => [uid, start, finish] as const),
  }
}
