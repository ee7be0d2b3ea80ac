import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { publications } from '@countersign/db/tables/publications'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { firstPromises, type Health, type Projection } from '@countersign/domain/publication'
import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'

/** What was published, the latest first. */
export function publishedOf(tx: Tx, projectId: string) {
  return tx
    .select({
      number: publications.number,
      publishedAt: publications.publishedAt,
      publishedBy: staff.name,
      digest: publications.digest,
      health: sql<Health>`${publications.projection} ->> 'health'`,
      percentComplete: sql<number>`(${publications.projection} ->> 'percentComplete')::integer`,
    })
    .from(publications)
    .innerJoin(staff, eq(staff.id, publications.publishedBy))
    .where(eq(publications.projectId, projectId))
    .orderBy(desc(publications.number))
}

/** One publication as the customer was given it; null where there is none. */
export async function publicationNumbered(tx: Tx, projectId: string, number: number) {
  const [row] = await tx
    .select({
      number: publications.number,
      publishedAt: publications.publishedAt,
      publishedBy: staff.name,
      digest: publications.digest,
      projection: publications.projection,
    })
    .from(publications)
    .innerJoin(staff, eq(staff.id, publications.publishedBy))
    .where(and(eq(publications.projectId, projectId), eq(publications.number, number)))
  return row ? { ...row, projection: row.projection as Projection } : null
}

/** The first day promised for each milestone up to a publication, by uid. */
export async function promisesUpTo(
  tx: Tx,
  projectId: string,
  number: number,
): Promise<Record<string, LocalDate>> {
  const rows = await tx
    .select({ milestones: sql<Projection['milestones']>`${publications.projection} -> 'milestones'` })
    .from(publications)
    .where(and(eq(publications.projectId, projectId), lte(publications.number, number)))
    .orderBy(asc(publications.number))
  return Object.fromEntries(firstPromises(rows))
}
