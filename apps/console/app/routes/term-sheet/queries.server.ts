import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { contractLineValues } from '@countersign/db/views/contract'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { and, eq } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** What was agreed beyond price and schedule, and what of these is a term too; null where there is no contract. */
export async function termSheetOf(tx: Tx, projectId: string) {
  const [[contract], held, capped] = await Promise.all([
    tx.select().from(contracts).where(eq(contracts.projectId, projectId)),
    tx
      .select({ name: billingMilestoneStates.name, amountMinor: billingMilestoneStates.amountMinor })
      .from(billingMilestoneStates)
      .where(
        and(eq(billingMilestoneStates.projectId, projectId), eq(billingMilestoneStates.isRetention, true)),
      ),
    tx
      .select({ name: contractLineValues.name, currentMinor: contractLineValues.currentMinor })
      .from(contractLineValues)
      .where(and(eq(contractLineValues.projectId, projectId), eq(contractLineValues.kind, 'capped'))),
  ])
  if (!contract) return null
  const { currency } = contract
  return {
    paymentTermDays: contract.paymentTermDays,
    acceptanceDays: contract.acceptanceDays,
    warrantyMonths: contract.warrantyMonths,
    requiresOrder: contract.requiresOrder,
    penalties: contract.penalties,
    liabilityCap: contract.liabilityCap,
    governingDocuments: contract.governingDocuments,
    otherTerms: contract.otherTerms,
    retention: held.map(({ name, amountMinor }) => ({ name, amount: moneyText(amountMinor, currency) })),
    caps: capped.map(({ name, currentMinor }) => ({ name, amount: moneyText(currentMinor, currency) })),
  }
}
