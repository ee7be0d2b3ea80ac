import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { asc } from 'drizzle-orm'

export function customersToChoose(tx: Tx) {
  return tx
    .select({ id: customers.id, name: customers.name, kind: customers.kind })
    .from(customers)
    .orderBy(asc(customers.name))
}
