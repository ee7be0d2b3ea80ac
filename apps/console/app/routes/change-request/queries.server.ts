import type { Tx } from '@countersign/db/connect'
import {
  changeDecisions,
  changeRequestLines,
  changeRequestMilestones,
  changeRequests,
  contractLines,
} from '@countersign/db/tables/contract-lines'
import { contracts, deliverables } from '@countersign/db/tables/contract'
import { contacts, staff } from '@countersign/db/tables/people'
import { changeRequestStates } from '@countersign/db/views/contract'
import { and, asc, eq, sql } from 'drizzle-orm'

/** A change as the customer reads it, and what became of it; null for no such change. */
export async function changeOf(tx: Tx, projectId: string, changeRequestId: string, role: string) {
  const [[change], lines, milestones, [decision]] = await Promise.all([
    tx
      .select({
        number: changeRequests.number,
        title: changeRequests.title,
        reason: changeRequests.reason,
        scope: changeRequests.scope,
        daysLater: changeRequests.daysLater,
        valueMinor: sql<string>`${changeRequests.valueMinor}::text`,
        digest: changeRequests.digest,
        proposedAt: sql<string>`to_json(${changeRequests.proposedAt})#>>'{}'`,
        proposedByName: staff.name,
        currency: contracts.currency,
        state: changeRequestStates.state,
      })
      .from(changeRequests)
      .innerJoin(changeRequestStates, eq(changeRequestStates.changeRequestId, changeRequests.id))
      .innerJoin(staff, eq(staff.id, changeRequests.proposedBy))
      .innerJoin(contracts, eq(contracts.projectId, changeRequests.projectId))
      .where(and(eq(changeRequests.projectId, projectId), eq(changeRequests.id, changeRequestId))),
    tx
      .select({
        name: sql<string>`coalesce(${contractLines.name}, ${changeRequestLines.newLineName})`,
        kind: sql<
          (typeof contractLines.$inferSelect)['kind']
        >`coalesce(${contractLines.kind}, ${changeRequestLines.newLineKind})`,
        isNew: sql<boolean>`${changeRequestLines.contractLineId} is null`,
        deltaMinor: sql<string>`${changeRequestLines.deltaMinor}::text`,
      })
      .from(changeRequestLines)
      .leftJoin(contractLines, eq(contractLines.id, changeRequestLines.contractLineId))
      .where(eq(changeRequestLines.changeRequestId, changeRequestId))
      .orderBy(asc(changeRequestLines.position)),
    tx
      .select({
        name: changeRequestMilestones.name,
        isNew: sql<boolean>`${changeRequestMilestones.billingMilestoneId} is null`,
        deltaMinor: sql<string>`${changeRequestMilestones.deltaMinor}::text`,
        dueOn: changeRequestMilestones.dueOn,
        deliverable: sql<string | null>`${deliverables.code} || ' ' || ${deliverables.name}`,
      })
      .from(changeRequestMilestones)
      .leftJoin(deliverables, eq(deliverables.id, changeRequestMilestones.deliverableId))
      .where(eq(changeRequestMilestones.changeRequestId, changeRequestId))
      .orderBy(asc(changeRequestMilestones.position)),
    decisionOn(tx, changeRequestId, role),
  ])
  return change ? { change, lines, milestones, decision: decision ?? null } : null
}

/** Who decided and when; why is the manager's to read, as finance reads no words. */
function decisionOn(tx: Tx, changeRequestId: string, role: string) {
  return tx
    .select({
      outcome: changeDecisions.outcome,
      decidedAt: sql<string>`to_json(${changeDecisions.decidedAt})#>>'{}'`,
      who: sql<string>`coalesce(${contacts.name}, ${staff.name})`,
      reason: role === 'finance' ? sql<string>`''` : changeDecisions.reason,
    })
    .from(changeDecisions)
    .leftJoin(contacts, eq(contacts.id, changeDecisions.contactId))
    .leftJoin(staff, eq(staff.id, changeDecisions.staffId))
    .where(eq(changeDecisions.changeRequestId, changeRequestId))
}

export type ChangeFacts = NonNullable<Awaited<ReturnType<typeof changeOf>>>
