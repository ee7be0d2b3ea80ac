import type { DeliverableState } from '@countersign/domain/acceptance'
import type { StaffActor, Tx } from '@countersign/db/connect'
import { contracts, deliverables } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projectMembers, projects } from '@countersign/db/tables/projects'
import { publications } from '@countersign/db/tables/publications'
import { projectMargins } from '@countersign/db/views/margins'
import { deliverableStates } from '@countersign/db/views/states'
import type { Health } from '@countersign/domain/publication'
import { progressOf } from '@countersign/domain/schedule/progress'
import type { SerializeFrom } from '@remix-run/node'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { seesMoney } from '../../roles'
import { criteriaToAgree } from './agreements.server'

/** A project at a glance; its money only for those who may see it. */
export async function projectAtAGlance(tx: Tx, projectId: string, by: StaffActor) {
  const [[project], plan, states, [published], team, money, agreements] = await Promise.all([
    tx
      .select({ objective: projects.objective, timeZone: projects.timeZone, manager: staff.name })
      .from(projects)
      .innerJoin(staff, eq(staff.id, projects.managerId))
      .where(eq(projects.id, projectId)),
    tx
      .select({
        name: tasks.name,
        outlineLevel: tasks.outlineLevel,
        isSummary: tasks.isSummary,
        isMilestone: tasks.isMilestone,
        durationMinutes: tasks.durationMinutes,
        percentComplete: tasks.percentComplete,
        finishesLocal: tasks.finishesLocal,
        uid: tasks.uid,
      })
      .from(tasks)
      .where(eq(tasks.projectId, projectId))
      .orderBy(asc(tasks.position)),
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        dueTaskUid: deliverables.dueTaskUid,
        state: deliverableStates.state,
        version: deliverableStates.version,
        submittedAt: deliverableStates.submittedAt,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
    tx
      .select({
        number: publications.number,
        publishedAt: publications.publishedAt,
        health: sql<Health>`${publications.projection} ->> 'health'`,
      })
      .from(publications)
      .where(eq(publications.projectId, projectId))
      .orderBy(desc(publications.number))
      .limit(1),
    tx
      .select({ id: staff.id, name: staff.name, role: staff.role })
      .from(projectMembers)
      .innerJoin(staff, eq(staff.id, projectMembers.staffId))
      .where(eq(projectMembers.projectId, projectId))
      .orderBy(asc(staff.name)),
    seesMoney(by.role) ? moneyOf(tx, projectId) : null,
    criteriaToAgree(tx, projectId, by),
  ])
  if (!project) return null
  return { ...project, ...standOf(plan, states), published: published ?? null, team, money, agreements }
}

type PlannedTask = {
  uid: number
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  durationMinutes: number
  percentComplete: number
  finishesLocal: string
}
type DatedDeliverable = { dueTaskUid: number | null; state: DeliverableState }

function standOf<D extends DatedDeliverable>(plan: PlannedTask[], states: D[]) {
  const finishOf = new Map(plan.map(({ uid, finishesLocal }) => [uid, finishesLocal.slice(0, 10)]))
  const leaves = plan.filter((task) => !task.isSummary && !task.isMilestone)
  const dated = states.map((each) => ({
    ...each,
    dueOn: each.dueTaskUid === null ? null : (finishOf.get(each.dueTaskUid) ?? null),
  }))
  return {
    progress: progressOf(plan),
    tasksDone: leaves.filter((task) => task.percentComplete === 100).length,
    taskCount: leaves.length,
    finishesOn: plan.reduce<string | null>((last, { finishesLocal }) => {
      const day = finishesLocal.slice(0, 10)
      return last !== null && last > day ? last : day
    }, null),
    next: plan
      .filter((task) => task.isMilestone && !task.isSummary && task.percentComplete < 100)
      .map(({ uid, name, finishesLocal }) => ({ uid, name, on: finishesLocal.slice(0, 10) }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .slice(0, 4),
    waiting: dated.filter(({ state }) => state === 'submitted'),
    toSubmit: dated.filter(({ state }) => state === 'draft' || state === 'rejected').slice(0, 4),
  }
}

async function moneyOf(tx: Tx, projectId: string) {
  const [[contract], [margin]] = await Promise.all([
    tx
      .select({ currency: contracts.currency, valueMinor: contracts.valueMinor })
      .from(contracts)
      .where(eq(contracts.projectId, projectId)),
    tx.select().from(projectMargins).where(eq(projectMargins.projectId, projectId)),
  ])
  if (!contract || !margin) return { contract: null }
  const money = (minor: bigint) => moneyText(minor, contract.currency)
  return {
    contract: {
      value: money(margin.valueMinor),
      paid: money(margin.paidMinor),
      invoicedUnpaid: money(margin.invoicedMinor - margin.paidMinor),
      billable: money(margin.earnedMinor - margin.invoicedMinor),
      earned: money(margin.earnedMinor),
      cost: money(margin.costMinor),
      workedHours: Number(margin.workedMinutes) / 60,
      unratedHours: Number(margin.unratedMinutes) / 60,
    },
  }
}

/** A project at a glance as the page reads it; today is the project's. */
export type Glance = SerializeFrom<NonNullable<Awaited<ReturnType<typeof projectAtAGlance>>>> & {
  projectId: string
  today: string
  mayWrite: boolean
}
