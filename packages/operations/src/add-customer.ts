import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { refused } from './result'

type NewCustomer = {
  name: string
  kind: 'external' | 'internal'
  address: string
  locale: 'en' | 'de'
  timeZone: string
}

/** Adds a customer; its kind presets what its projects publish. */
export async function addCustomer(tx: Tx, customer: NewCustomer) {
  const [row] = await tx
    .insert(customers)
    .values(customer)
    .onConflictDoNothing()
    .returning({ id: customers.id })
  return row ? { ok: true as const, customerId: row.id } : refused('name-taken')
}
