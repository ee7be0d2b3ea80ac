import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'

/** What invoices say of a customer; undefined where there is none of that id. */
export async function customerAddress(tx: Tx, customerId: string) {
  const [customer] = await tx
    .select({
      id: customers.id,
      name: customers.name,
      street: customers.street,
      postalCode: customers.postalCode,
      town: customers.town,
      country: customers.country,
      taxNumber: customers.taxNumber,
      buyerReference: customers.buyerReference,
      invoiceEmail: customers.invoiceEmail,
    })
    .from(customers)
    .where(eq(customers.id, customerId))
  return customer
}
