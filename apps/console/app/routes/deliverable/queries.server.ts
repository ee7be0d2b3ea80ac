import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { qualityChecks } from '@countersign/db/tables/quality'
import { testCases } from '@countersign/db/tables/testing'
import { deliverableStates } from '@countersign/db/views/states'
import { nextStage } from '@countersign/domain/acceptance'
import { areSameCriteria, criteriaOf, latestCriteriaVersion } from '@countersign/operations/criteria-of'
import { and, asc, count, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { seesMoney } from '../../roles'
import { conformanceOf, reviewOf } from './conformance.server'
import { runningClock } from '../clock/queries.server'
import { warrantiesOf } from '../warranty/queries.server'
import { historyOf } from './history.server'
import { pointsOf } from './points.server'
import { signaturesOf } from './signatures.server'

/** A deliverable with its definition and all that happened to it; null where there is none. */
export async function deliverableInFull(
  tx: Tx,
  ids: { projectId: string; deliverableId: string },
  by: StaffActor,
  now: Date,
) {
  const { projectId, deliverableId } = ids
  const [[deliverable], criteria, agreed, checks, history, money] = await Promise.all([
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        kind: deliverables.kind,
        description: deliverables.description,
        state: deliverableStates.state,
        version: deliverableStates.version,
        submittedAt: deliverableStates.submittedAt,
        decidedAt: deliverableStates.decidedAt,
        submissionId: deliverableStates.submissionId,
        stage: deliverableStates.stage,
        decisionKind: deliverableStates.decisionKind,
        acceptance: deliverables.acceptance,
        dueOn: sql<string | null>`left(${tasks.finishesLocal}, 10)`,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .leftJoin(
        tasks,
        and(eq(tasks.projectId, deliverables.projectId), eq(tasks.uid, deliverables.dueTaskUid)),
      )
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))),
    criteriaOf(tx, deliverableId),
    latestCriteriaVersion(tx, deliverableId),
    checkCounts(tx, deliverableId),
    historyOf(tx, deliverableId, by),
    seesMoney(by.role) ? releasesOf(tx, projectId, deliverableId) : null,
  ])
  if (!deliverable) return null
  const [conformance, review, points, signatures] = await Promise.all([
    conformanceOf(tx, deliverableId, criteria),
    reviewOf(tx, deliverableId),
    pointsOf(tx, deliverableId, now),
    seesMoney(by.role) ? signaturesOf(tx, projectId, deliverableId) : null,
  ])
  const agreement =
    deliverable.kind === 'charter'
      ? null
      : {
          number: agreed?.number ?? null,
          isCurrent: agreed !== null && areSameCriteria(agreed.criteria, criteria),
          confirmedAt: agreed?.confirmedAt?.toISOString() ?? null,
        }
  const { state, submissionId, acceptance } = deliverable
  const clock = submissionId && state === 'submitted' ? await runningClock(tx, submissionId, now) : null
  const warranties = acceptance === 'once' ? [] : await warrantiesOf(tx, projectId, now)
  const warranty = warranties.find((each) => each.deliverableId === deliverableId) ?? null
  const stage = nextStage(deliverable)
  return {
    ...deliverable,
    nextStage: stage,
    criteria,
    agreement,
    checks,
    history,
    points,
    signatures,
    money,
    conformance,
    review,
    clock,
    warranty,
  }
}

/** How many checks of our own and how many test cases there are. */
async function checkCounts(tx: Tx, deliverableId: string) {
  const [[checks], [cases]] = await Promise.all([
    tx.select({ count: count() }).from(qualityChecks).where(eq(qualityChecks.deliverableId, deliverableId)),
    tx.select({ count: count() }).from(testCases).where(eq(testCases.deliverableId, deliverableId)),
  ])
  return { checks: checks!.count, testCases: cases!.count }
}

/** What its acceptance releases, alone or with others; null without a contract. */
async function releasesOf(tx: Tx, projectId: string, deliverableId: string) {
  const [[contract], links] = await Promise.all([
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    tx
      .select({
        id: billingMilestones.id,
        name: billingMilestones.name,
        amountMinor: billingMilestones.amountMinor,
        deliverableId: deliverables.id,
        code: deliverables.code,
      })
      .from(billingMilestoneReleases)
      .innerJoin(billingMilestones, eq(billingMilestones.id, billingMilestoneReleases.billingMilestoneId))
      .innerJoin(deliverables, eq(deliverables.id, billingMilestoneReleases.deliverableId))
      .where(eq(billingMilestoneReleases.projectId, projectId))
      .orderBy(asc(billingMilestones.position), asc(deliverables.position)),
  ])
  const own = links.filter((link) => link.deliverableId === deliverableId)
  return {
    hasContract: contract !== undefined,
    releases: own.map(({ id, name, amountMinor }) => ({
      name,
      amount: moneyText(amountMinor, contract?.currency ?? 'EUR'),
      others: links
        .filter((link) => link.id === id && link.deliverableId !== deliverableId)
        .map(({ code }) => code),
    })),
  }
}
