import type { Tx } from '@countersign/db/connect'
import { billingMilestones, contracts } from '@countersign/db/tables/contract'
import { changeableMilestones, contractLineValues } from '@countersign/db/views/contract'
import { deliverableStates } from '@countersign/db/views/states'
import type { ContractNow } from '@countersign/domain/change'
import { and, asc, eq, inArray, ne } from 'drizzle-orm'

/** A project's contract as a change finds it, with its currency; null where there is none. */
export async function contractNow(tx: Tx, projectId: string) {
  const [[contract], lines, milestones, open] = await Promise.all([
    tx
      .select({
        currency: contracts.currency,
        valueMinor: contracts.valueMinor,
        signedOn: contracts.signedOn,
      })
      .from(contracts)
      .where(eq(contracts.projectId, projectId)),
    tx
      .select({
        id: contractLineValues.contractLineId,
        name: contractLineValues.name,
        kind: contractLineValues.kind,
        currentMinor: contractLineValues.currentMinor,
      })
      .from(contractLineValues)
      .where(eq(contractLineValues.projectId, projectId))
      .orderBy(asc(contractLineValues.position)),
    tx
      .select({
        id: billingMilestones.id,
        name: billingMilestones.name,
        amountMinor: billingMilestones.amountMinor,
        contractLineId: billingMilestones.contractLineId,
        isOpen: changeableMilestones.isOpen,
      })
      .from(billingMilestones)
      .innerJoin(changeableMilestones, eq(changeableMilestones.billingMilestoneId, billingMilestones.id))
      // A deposit is set off against the schedule and is no part of it.
      .where(and(eq(billingMilestones.projectId, projectId), ne(billingMilestones.trigger, 'deposit')))
      .orderBy(asc(billingMilestones.position)),
    tx
      .select({ id: deliverableStates.deliverableId })
      .from(deliverableStates)
      .where(
        and(
          eq(deliverableStates.projectId, projectId),
          inArray(deliverableStates.state, ['draft', 'rejected']),
        ),
      ),
  ])
  if (!contract) return null
  const now: ContractNow = {
    valueMinor: contract.valueMinor,
    lines,
    milestones,
    openDeliverableIds: open.map(({ id }) => id),
  }
  return { ...contract, now }
}
