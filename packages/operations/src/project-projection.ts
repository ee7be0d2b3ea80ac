import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { scopeItems } from '@countersign/db/tables/scope'
import { deliverableStates } from '@countersign/db/views/states'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { Health, Projection } from '@countersign/domain/publication'
import { progressOf } from '@countersign/domain/schedule/progress'
import { asc, eq } from 'drizzle-orm'
import { digestOf } from './digest'

type Draft = { projectId: string; health: Health; narrative: string; asOf: LocalDate }

/** What a publication of this project would say today: the working data reduced to what its customer may read. */
export async function projectProjection(
  tx: Tx,
  { projectId, health, narrative, asOf }: Draft,
): Promise<Projection | null> {
  const [[project], scope, taskRows, deliverableRows, criteria, states] = await Promise.all([
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
  ])
  if (!project) return null
  const finishOf = new Map(taskRows.map((task) => [task.uid, dayOf(task.finishesLocal)]))
  const stateOf = new Map(states.map(({ deliverableId, state }) => [deliverableId, state]))
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
    milestones: taskRows
      .filter((task) => task.isMilestone && !task.isSummary)
      .map(({ uid, name, milestoneKind, finishesLocal, percentComplete }) => ({
        uid,
        name,
        kind: milestoneKind ?? 'delivery',
        on: dayOf(finishesLocal),
        isReached: percentComplete === 100,
      })),
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
