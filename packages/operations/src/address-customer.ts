import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type BillingAddress = {
  customerId: string
  street: string
  postalCode: string
  town: string
  /** ISO 3166. */
  country: string
  /** The customer's VAT number. */
  taxNumber: string
  /** Leitweg-ID or what else the buyer wants on invoices. */
  buyerReference: string
  invoiceEmail: string
}

/** What invoices say of a customer from now on, and where they go; those that were issued stay as they are. */
export async function addressCustomer(tx: Tx, { customerId, ...address }: BillingAddress) {
  const changed = await tx
    .update(customers)
    .set(address)
    .where(eq(customers.id, customerId))
    .returning({ id: customers.id })
  return changed.length === 0 ? refused('no-such-customer') : { ok: true as const }
}
