import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projectOrigins, tailoringRecords } from '@countersign/db/tables/templates'
import { and, asc, count, eq, ne } from 'drizzle-orm'
import { projectHead } from '../project/queries.server'

/** Which template a project began with and what was tailored; null where there is no such project. */
export async function tailoringOf(tx: Tx, projectId: string) {
  const [project, [origin], records, [kept]] = await Promise.all([
    projectHead(tx, projectId),
    tx
      .select({
        templateName: projectOrigins.templateName,
        digest: projectOrigins.templateDigest,
        by: staff.name,
        at: projectOrigins.appliedAt,
      })
      .from(projectOrigins)
      .innerJoin(staff, eq(staff.id, projectOrigins.appliedBy))
      .where(eq(projectOrigins.projectId, projectId)),
    tx
      .select()
      .from(tailoringRecords)
      .where(and(eq(tailoringRecords.projectId, projectId), ne(tailoringRecords.choice, 'keep')))
      .orderBy(asc(tailoringRecords.position)),
    tx
      .select({ count: count() })
      .from(tailoringRecords)
      .where(and(eq(tailoringRecords.projectId, projectId), eq(tailoringRecords.choice, 'keep'))),
  ])
  if (!project) return null
  return {
    origin: origin ? { ...origin, at: origin.at.toISOString() } : null,
    records,
    kept: kept!.count,
  }
}
