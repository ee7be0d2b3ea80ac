import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'
import { projectsMessages } from './messages/projects'

/** What a new project's charter is called and confirms, in the language of the customer who signs it. */
export async function charterFor(tx: Tx, customerId: string) {
  const [customer] = await tx
    .select({ locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, customerId))
  return projectsMessages(customer?.locale ?? 'en').charter
}
