import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { customerOrders } from '@countersign/db/tables/contract-lines'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { provider } from '@countersign/db/tables/provider'
import type { InvoiceParties, Seller } from '@countersign/domain/invoicing/invoice-parties'
import { eq } from 'drizzle-orm'

const nobody: Seller = {
  name: '',
  street: '',
  postalCode: '',
  town: '',
  country: 'DE',
  vatId: '',
  taxNumber: '',
  registration: '',
  iban: '',
  bic: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
}

/** Who we are and who the customer is now: what an invoice keeps as it is issued. */
export async function invoiceParties(
  tx: Tx,
  projectId: string,
  customerOrderId: string | null,
): Promise<InvoiceParties> {
  const [us] = await tx.select().from(provider)
  const [of] = await tx
    .select({ customer: customers, contractReference: contracts.reference })
    .from(projects)
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(contracts, eq(contracts.projectId, projects.id))
    .where(eq(projects.id, projectId))
  const { customer, contractReference } = of!
  const [order] = customerOrderId
    ? await tx.select().from(customerOrders).where(eq(customerOrders.id, customerOrderId))
    : []
  return {
    seller: us ? sellerOf(us) : nobody,
    buyer: {
      name: customer.name,
      address: customer.address,
      street: customer.street,
      postalCode: customer.postalCode,
      town: customer.town,
      country: customer.country,
      vatId: customer.taxNumber,
      email: customer.invoiceEmail,
      reference: customer.buyerReference,
    },
    contractReference,
    orderNumber: order?.number ?? '',
  }
}

function sellerOf(us: typeof provider.$inferSelect): Seller {
  const { name, street, postalCode, town, country, vatId, taxNumber, registration, iban, bic } = us
  const { contactName, contactEmail, contactPhone } = us
  return {
    ...{ name, street, postalCode, town, country, vatId, taxNumber, registration, iban, bic },
    ...{ contactName, contactEmail, contactPhone },
  }
}
