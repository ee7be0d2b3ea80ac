import type { StaffActor, Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { vendors } from '@countersign/db/tables/vendor-names'
import { purchaseOrderLines, purchaseOrders } from '@countersign/db/tables/vendors'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Order = {
  projectId: string
  vendorId: string
  title: string
  /** The work package. */
  taskId: string | null
  currency: string
  orderedOn: LocalDate
  deliverOn: LocalDate | null
  lines: { description: string; amountMinor: bigint }[]
  by: StaffActor
}

/** Orders from a vendor for a work package of a project. The database numbers it and fixes what its currency is worth. */
export async function placeOrder(tx: Tx, { lines, by, ...order }: Order) {
  const why = await whyNotOrdered(tx, order)
  if (why) return refused(why)
  if (lines.length === 0) return refused('nothing-ordered')
  try {
    return await tx.transaction(async (inner) => {
      const [row] = await inner
        .insert(purchaseOrders)
        .values({ ...order, number: '', exchangeRate: '1', orderedBy: by.staffId })
        .returning({ id: purchaseOrders.id, number: purchaseOrders.number })
      await inner.insert(purchaseOrderLines).values(
        lines.map((line, index) => ({
          ...line,
          projectId: order.projectId,
          purchaseOrderId: row!.id,
          position: index + 1,
        })),
      )
      return { ok: true as const, purchaseOrderId: row!.id, number: row!.number }
    })
  } catch (error) {
    if (brokenConstraint(error) === 'exchange_rate_is_known') return refused('no-exchange-rate')
    throw error
  }
}

async function whyNotOrdered(tx: Tx, order: Omit<Order, 'lines' | 'by'>) {
  const { projectId, vendorId, taskId, orderedOn, deliverOn } = order
  const [contract] = await tx
    .select({ currency: contracts.currency })
    .from(contracts)
    .where(eq(contracts.projectId, projectId))
  if (!contract) return 'no-contract' as const
  const [vendor] = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), eq(vendors.isActive, true)))
  if (!vendor) return 'no-such-vendor' as const
  if (taskId !== null) {
    const [task] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.id, taskId)))
    if (!task) return 'no-such-task' as const
  }
  return deliverOn !== null && deliverOn < orderedOn ? ('delivered-before-ordered' as const) : null
}
