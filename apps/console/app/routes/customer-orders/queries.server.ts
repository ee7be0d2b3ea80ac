import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { customerOrderStates } from '@countersign/db/views/contract'
import { asc, eq } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** The customer's orders of a project with what is left of each; null where there is no contract. */
export async function customerOrdersOf(tx: Tx, projectId: string) {
  const [[contract], orders] = await Promise.all([
    tx
      .select({ currency: contracts.currency, requiresOrder: contracts.requiresOrder })
      .from(contracts)
      .where(eq(contracts.projectId, projectId)),
    tx
      .select()
      .from(customerOrderStates)
      .where(eq(customerOrderStates.projectId, projectId))
      .orderBy(asc(customerOrderStates.receivedOn), asc(customerOrderStates.number)),
  ])
  if (!contract) return null
  return {
    ...contract,
    orders: orders.map(({ customerOrderId, valueMinor, billedMinor, leftMinor, ...order }) => ({
      id: customerOrderId,
      number: order.number,
      receivedOn: order.receivedOn,
      validUntil: order.validUntil,
      isUsedUp: leftMinor <= 0n,
      value: moneyText(valueMinor, contract.currency),
      billed: moneyText(billedMinor, contract.currency),
      left: moneyText(leftMinor, contract.currency),
    })),
  }
}
