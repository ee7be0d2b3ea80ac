import type { StaffActor, Tx } from '@countersign/db/connect'
import { customerOrders } from '@countersign/db/tables/contract-lines'
import { contracts } from '@countersign/db/tables/contract'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type CustomerOrder = {
  projectId: string
  number: string
  /** Net, in the contract's currency. */
  valueMinor: bigint
  receivedOn: LocalDate
  validUntil: LocalDate | null
  by: StaffActor
}

/** Enters a purchase order of the customer's, under which invoices may be sent up to its value. */
export async function recordCustomerOrder(tx: Tx, { by, ...order }: CustomerOrder) {
  const [contract] = await tx
    .select({ id: contracts.projectId })
    .from(contracts)
    .where(eq(contracts.projectId, order.projectId))
  if (!contract) return refused('no-contract')
  if (order.valueMinor <= 0n) return refused('not-positive')
  if (order.validUntil !== null && order.validUntil < order.receivedOn)
    return refused('ends-before-it-begins')
  const written = await tx
    .insert(customerOrders)
    .values({ ...order, recordedBy: by.staffId })
    .onConflictDoNothing({ target: [customerOrders.projectId, customerOrders.number] })
    .returning({ id: customerOrders.id })
  return written[0] ? { ok: true as const, customerOrderId: written[0].id } : refused('order-exists')
}
