import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'

/** What the contract says about billing, and the language of what is billed. Throws where there is no contract. */
export async function billingTerms(tx: Tx, projectId: string) {
  const [terms] = await tx
    .select({
      customerId: projects.customerId,
      currency: contracts.currency,
      taxBasisPoints: contracts.taxBasisPoints,
      paymentTermDays: contracts.paymentTermDays,
      requiresOrder: contracts.requiresOrder,
      locale: customers.locale,
    })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .where(eq(contracts.projectId, projectId))
  if (!terms) throw new Error(`project ${projectId} has no contract`)
  return terms
}
