import type { Tx } from '@countersign/db/connect'
import { contacts, customers } from '@countersign/db/tables/people'
import { asc, count, eq } from 'drizzle-orm'

export function allCustomers(tx: Tx) {
  return tx
    .select({
      id: customers.id,
      name: customers.name,
      kind: customers.kind,
      address: customers.address,
      language: customers.locale,
      zone: customers.timeZone,
      contacts: count(contacts.id),
    })
    .from(customers)
    .leftJoin(contacts, eq(contacts.customerId, customers.id))
    .groupBy(customers.id)
    .orderBy(asc(customers.name))
}
