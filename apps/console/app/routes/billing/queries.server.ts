import type { Tx } from '@countersign/db/connect'
import {
  billingMilestoneReleases as releases,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { certificates, decisions, submissions } from '@countersign/db/tables/delivery'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { billingMilestoneStates as states, deliverableStates } from '@countersign/db/views/states'
import { isAcceptance } from '@countersign/db/views/in-force'
import type { DeliverableState } from '@countersign/domain/acceptance'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** Milestones that are not invoiced, billable or not yet, in the order of projects and schedules. */
export async function milestonesToBill(tx: Tx) {
  const [milestones, reasons] = await Promise.all([uninvoiced(tx), releasesOfUninvoiced(tx)])
  return milestones.map(({ amountMinor, currency, releasedAt, ...milestone }) => ({
    ...milestone,
    amount: moneyText(amountMinor, currency),
    reasons: reasons
      .filter(({ billingMilestoneId }) => billingMilestoneId === milestone.id)
      .map(({ billingMilestoneId: _, ...reason }) => ({
        ...reason,
        submittedAt: reason.submittedAt?.toISOString() ?? null,
        decidedAt: reason.decidedAt?.toISOString() ?? null,
      })),
  }))
}

export function uninvoiced(tx: Tx) {
  return tx
    .select({
      id: states.billingMilestoneId,
      name: states.name,
      amountMinor: states.amountMinor,
      currency: contracts.currency,
      dueOn: states.dueOn,
      state: states.state,
      releasedAt: states.releasedAt,
      projectId: states.projectId,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      customer: customers.name,
    })
    .from(states)
    .innerJoin(projects, eq(projects.id, states.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(contracts, eq(contracts.projectId, states.projectId))
    .where(inArray(states.state, ['billable', 'not-yet']))
    .orderBy(asc(projects.code), asc(states.position))
}

/** What each of them is released by, and how far that is: the acceptance counts, not a version after it. */
function releasesOfUninvoiced(tx: Tx) {
  const accepted = tx
    .select({
      deliverableId: submissions.deliverableId,
      version: submissions.version,
      stage: submissions.stage,
      decidedAt: decisions.decidedAt,
      certificate: certificates.number,
    })
    .from(submissions)
    .innerJoin(decisions, and(eq(decisions.submissionId, submissions.id), isAcceptance))
    .leftJoin(certificates, eq(certificates.decisionId, decisions.id))
    .as('accepted')
  return tx
    .select({
      billingMilestoneId: releases.billingMilestoneId,
      deliverable: sql<string>`${deliverables.code} || ' ' || ${deliverables.name}`,
      state: sql<DeliverableState>`case when ${accepted.decidedAt} is null then ${deliverableStates.state} else 'accepted' end`,
      version: sql<number | null>`coalesce(${accepted.version}, ${deliverableStates.version})`,
      submittedAt: deliverableStates.submittedAt,
      decidedAt: sql<Date | null>`coalesce(${accepted.decidedAt}, ${deliverableStates.decidedAt})`.mapWith(
        decisions.decidedAt,
      ),
      certificate: accepted.certificate,
    })
    .from(releases)
    .innerJoin(deliverables, eq(deliverables.id, releases.deliverableId))
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, releases.deliverableId))
    .innerJoin(
      states,
      and(
        eq(states.billingMilestoneId, releases.billingMilestoneId),
        inArray(states.state, ['billable', 'not-yet']),
      ),
    )
    .leftJoin(accepted, eq(accepted.deliverableId, releases.deliverableId))
    .orderBy(asc(deliverables.position))
}
