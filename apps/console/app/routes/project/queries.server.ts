import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'

/** What stands above every page of a project; null for one that is not there or not one's own. */
export async function projectHead(tx: Tx, projectId: string) {
  const [row] = await tx
    .select({
      id: projects.id,
      code: projects.code,
      name: projects.name,
      customer: customers.name,
      customerKind: customers.kind,
    })
    .from(projects)
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .where(eq(projects.id, projectId))
  return row ?? null
}
