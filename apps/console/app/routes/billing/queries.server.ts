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

/** Milestones that nothing released yet, in the order of their days, and what each waits for. */
export async function milestonesToCome(tx: Tx) {
  const milestones = await notReleased(tx)
  const reasons = await reasonsOf(
    tx,
    milestones.map(({ id }) => id),
  )
  return milestones.map(({ amountMinor, currency, ...milestone }) => ({
    ...milestone,
    amount: moneyText(amountMinor, currency),
    reasons: reasons(milestone.id),
  }))
}

/** By milestone: what releases it, and how far that is. */
export async function reasonsOf(tx: Tx, milestoneIds: string[]) {
  const reasons = await releasesOf(tx, milestoneIds)
  return (milestoneId: string) =>
    reasons
      .filter(({ billingMilestoneId }) => billingMilestoneId === milestoneId)
      .map(({ billingMilestoneId: _, ...reason }) => ({
        ...reason,
        submittedAt: reason.submittedAt?.toISOString() ?? null,
        decidedAt: reason.decidedAt?.toISOString() ?? null,
      }))
}

/** More than anybody reads; those that come later follow when these are through. */
const mostShown = 100

function notReleased(tx: Tx) {
  return tx
    .select({
      id: states.billingMilestoneId,
      name: states.name,
      amountMinor: states.amountMinor,
      currency: contracts.currency,
      dueOn: states.dueOn,
      trigger: states.trigger,
      atPercent: states.atPercent,
      state: states.state,
      projectId: states.projectId,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      customer: customers.name,
    })
    .from(states)
    .innerJoin(projects, eq(projects.id, states.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(contracts, eq(contracts.projectId, states.projectId))
    .where(
      // The next ones that no invoice names and whose day has not come: whether they are released is asked of these alone.
      and(
        eq(states.state, 'not-yet'),
        sql`${states.billingMilestoneId} = any (array(select m.id from public.billing_milestones m
          where (m.trigger in ('acceptance', 'progress', 'deposit')
              or m.trigger in ('date', 'period') and m.due_on >= current_date - 1
              or m.project_id = any (array(select c.project_id from public.contracts c where c.signed_on is null)))
            and not exists (select from public.invoice_lines l where l.billing_milestone_id = m.id)
          order by m.due_on nulls last, m.id limit ${3 * mostShown}))`,
      ),
    )
    .orderBy(sql`${states.dueOn} nulls last`, asc(projects.code), asc(states.position))
    .limit(mostShown)
}

/** What each of them is released by, and how far that is: the acceptance counts, not a version after it. */
function releasesOf(tx: Tx, milestoneIds: string[]) {
  if (milestoneIds.length === 0) return []
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
    .leftJoin(accepted, eq(accepted.deliverableId, releases.deliverableId))
    .where(inArray(releases.billingMilestoneId, milestoneIds))
    .orderBy(asc(deliverables.position))
}
