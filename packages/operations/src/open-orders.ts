import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'

type Order = { id: string; number: string; valid_until: string | null; left_minor: string }

/** The customer's purchase orders of a project with what is left of each, net; the oldest first. */
export async function openOrders(tx: Tx, projectId: string) {
  const rows = await tx.execute<Order>(sql`
    select customer_order_id as id, number, valid_until::text, left_minor::text from app.customer_order_states
    where project_id = ${projectId} order by received_on, number`)
  return rows.map(({ id, number, valid_until: validUntil, left_minor }) => ({
    id,
    number,
    validUntil,
    leftMinor: BigInt(left_minor),
  }))
}
