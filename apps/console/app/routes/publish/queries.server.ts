import type { Tx } from '@countersign/db/connect'
import { projectContacts } from '@countersign/db/tables/participants'
import { projects } from '@countersign/db/tables/projects'
import { localDateIn } from '@countersign/domain/calendar-day'
import { changesBetween, type Projection, type ShownToo } from '@countersign/domain/publication'
import type { ForecastOutcome } from '@countersign/operations/forecast-outcome'
import { latestForecast } from '@countersign/operations/latest-forecast'
import { projectionDigest, projectProjection } from '@countersign/operations/project-projection'
import { count, eq } from 'drizzle-orm'
import { shownProjection } from '../../projection/shown-projection'
import { promisesUpTo, publicationNumbered, publishedOf } from '../../projection/publications.server'

type ToMake = {
  projectId: string
  now: Date
  /** What the timeline should show beyond milestones; null: what it showed last. */
  asked: ShownToo | null
  pageFor: (pageCount: number) => number
}

/** What a publication would say now, and what differs from the last one; null for no such project. */
export async function publicationToMake(tx: Tx, { projectId, now, asked, pageFor }: ToMake) {
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
  const [last, promises, forecast] = await Promise.all([
    after > 0 ? publicationNumbered(tx, projectId, after) : null,
    promisesUpTo(tx, projectId, after),
    latestForecast(tx, projectId),
  ])
  const told = last?.projection
  const wanted = asked ?? { phases: told?.phases !== undefined, range: told?.range !== undefined }
  const shows = { ...wanted, range: wanted.range && forecast !== null }
  const projection = await projectProjection(tx, { projectId, health, narrative: '', asOf, shows })
  if (!projection) return null
  return {
    publishes: project.publishes,
    after,
    health,
    shows,
    forecast: forecast && { on: forecast.asOf, isStale: isStale(forecast, projection) },
    previewed: projectionDigest(projection),
    projection: shownProjection(projection, pageFor),
    promises,
    changes: changesBetween(told ?? null, projection),
    published,
    contacts: contacts?.count ?? 0,
  }
}

/** Whether the forecast was made of other dates than the plan has now. */
function isStale({ planned, milestones }: ForecastOutcome, projection: Projection): boolean {
  const plannedOn = new Map(milestones.map((milestone) => [milestone.uid, milestone.plannedOn]))
  return (
    planned.on !== projection.finishesOn ||
    projection.milestones.some(({ uid, on, isReached }) => !isReached && plannedOn.get(uid) !== on)
  )
}
