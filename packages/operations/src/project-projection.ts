import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { scopeItems } from '@countersign/db/tables/scope'
import { deliverableStates } from '@countersign/db/views/states'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { Health, Projection, PublishedPhase, ShownToo } from '@countersign/domain/publication'
import { progressOf } from '@countersign/domain/schedule/progress'
import { asc, eq } from 'drizzle-orm'
import { digestOf } from './digest'
import type { ForecastOutcome } from './forecast-outcome'
import { latestForecast } from './latest-forecast'

type Draft = {
  projectId: string
  health: Health
  narrative: string
  asOf: LocalDate
  /** Left out: neither phases nor the honest range. */
  shows?: ShownToo
}

/** What a publication of this project would say today: the working data reduced to what its customer may read. */
export async function projectProjection(
  tx: Tx,
  { projectId, health, narrative, asOf, shows }: Draft,
): Promise<Projection | null> {
  const [[project], scope, taskRows, deliverableRows, criteria, states, forecast] = await Promise.all([
    tx.select().from(projects).where(eq(projects.id, projectId)),
    tx.select().from(scopeItems).where(eq(scopeItems.projectId, projectId)).orderBy(asc(scopeItems.position)),
    tx.select().from(tasks).where(eq(tasks.projectId, projectId)).orderBy(asc(tasks.position)),
    tx
      .select()
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
    tx
      .select()
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.projectId, projectId))
      .orderBy(asc(acceptanceCriteria.position)),
    tx.select().from(deliverableStates).where(eq(deliverableStates.projectId, projectId)),
    shows?.range ? latestForecast(tx, projectId) : null,
  ])
  if (!project) return null
  const finishOf = new Map(taskRows.map((task) => [task.uid, dayOf(task.finishesLocal)]))
  const stateOf = new Map(states.map(({ deliverableId, state }) => [deliverableId, state]))
  const milestones = taskRows
    .filter((task) => task.isMilestone && !task.isSummary)
    .map(({ uid, name, milestoneKind, finishesLocal, percentComplete }) => ({
      uid,
      name,
      kind: milestoneKind ?? 'delivery',
      on: dayOf(finishesLocal),
      isReached: percentComplete === 100,
    }))
  return {
    project: { code: project.code, name: project.name, objective: project.objective },
    asOf,
    health,
    percentComplete: progressOf(taskRows),
    finishesOn: taskRows.reduce<LocalDate | null>(
      (last, task) => later(last, dayOf(task.finishesLocal)),
      null,
    ),
    narrative,
    scope: scope.map(({ kind, text }) => ({ kind, text })),
    milestones,
    deliverables: deliverableRows.map(({ id, code, name, description, dueTaskUid }) => ({
      id,
      code,
      name,
      description,
      state: stateOf.get(id) ?? 'draft',
      dueOn: dueTaskUid === null ? null : (finishOf.get(dueTaskUid) ?? null),
      criteria: criteria
        .filter(({ deliverableId }) => deliverableId === id)
        .map(({ statement }) => statement),
    })),
    tasks: project.publishes === 'whole-plan' ? taskRows.map(publishedTask) : null,
    ...(shows?.phases ? { phases: phasesOf(taskRows) } : {}),
    ...(forecast ? { range: rangeOf(forecast, milestones) } : {}),
  }
}

/** The summaries at the top of the breakdown; below the one that stands for the whole project, where there is one. */
function phasesOf(taskRows: (typeof tasks.$inferSelect)[]): PublishedPhase[] {
  const at = (level: number) =>
    taskRows.filter(({ outlineLevel, isSummary }) => outlineLevel === level && isSummary)
  const standsAlone = taskRows.filter(({ outlineLevel }) => outlineLevel === 1).length === 1
  return at(standsAlone ? 2 : 1).map(({ uid, name, startsLocal, finishesLocal }) => ({
    uid,
    name,
    startsOn: dayOf(startsLocal),
    finishesOn: dayOf(finishesLocal),
  }))
}

/** What the forecast said of the finish and of the milestones that are ahead. */
function rangeOf(
  { asOf, finish, milestones }: ForecastOutcome,
  published: Projection['milestones'],
): NonNullable<Projection['range']> {
  const ahead = new Set(published.filter(({ isReached }) => !isReached).map(({ uid }) => uid))
  return {
    forecastOn: asOf,
    finish: { p50: finish.p50, p80: finish.p80 },
    milestones: milestones
      .filter(({ uid }) => ahead.has(uid))
      .map(({ uid, p50, p80 }) => ({ uid, p50, p80 })),
  }
}

/** What a preview showed, as a digest: without the words and the health, which its form gives, and the day. */
export function projectionDigest(projection: Projection): string {
  return digestOf({ ...projection, health: null, narrative: null, asOf: null })
}

function publishedTask(task: typeof tasks.$inferSelect) {
  const { uid, wbs, name, outlineLevel, isSummary, isMilestone, percentComplete } = task
  return {
    uid,
    wbs,
    name,
    outlineLevel,
    isSummary,
    isMilestone,
    percentComplete,
    startsOn: dayOf(task.startsLocal),
    finishesOn: dayOf(task.finishesLocal),
  }
}

function dayOf(local: string): LocalDate {
  return local.slice(0, 10) as LocalDate
}

function later(a: LocalDate | null, b: LocalDate): LocalDate {
  return a !== null && a > b ? a : b
}
