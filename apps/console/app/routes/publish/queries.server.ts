import type { Tx } from '@countersign/db/connect'
import { projectContacts } from '@countersign/db/tables/participants'
import { projects } from '@countersign/db/tables/projects'
import { localDateIn } from '@countersign/domain/calendar-day'
import { changesBetween } from '@countersign/domain/publication'
import { projectionDigest, projectProjection } from '@countersign/operations/project-projection'
import { count, eq } from 'drizzle-orm'
import { shownProjection } from '../../projection/shown-projection'
import { promisesUpTo, publicationNumbered, publishedOf } from '../../projection/publications.server'

/** What a publication would say now, and what differs from the last one; null for no such project. */
export async function publicationToMake(
  tx: Tx,
  { projectId, now, pageFor }: { projectId: string; now: Date; pageFor: (pageCount: number) => number },
) {
  const [[project], published, [contacts]] = await Promise.all([
    tx
      .select({ timeZone: projects.timeZone, publishes: projects.publishes })
      .from(projects)
      .where(eq(projects.id, projectId)),
    publishedOf(tx, projectId),
    tx.select({ count: count() }).from(projectContacts).where(eq(projectContacts.projectId, projectId)),
  ])
  if (!project) return null
  const after = published[0]?.number ?? 0
  const health = published[0]?.health ?? 'on-track'
  const asOf = localDateIn(project.timeZone, now)
  const [projection, last, promises] = await Promise.all([
    projectProjection(tx, { projectId, health, narrative: '', asOf }),
    after > 0 ? publicationNumbered(tx, projectId, after) : null,
    promisesUpTo(tx, projectId, after),
  ])
  if (!projection) return null
  return {
    publishes: project.publishes,
    after,
    health,
    previewed: projectionDigest(projection),
    projection: shownProjection(projection, pageFor),
    promises,
    changes: changesBetween(last?.projection ?? null, projection),
    published,
    contacts: contacts?.count ?? 0,
  }
}
