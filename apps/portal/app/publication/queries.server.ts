import type { Tx } from '@countersign/db/connect'
import { portalPublications } from '@countersign/db/views/portal'
import {
  changesBetween,
  firstPromises,
  type Projection,
  type PublicationChange,
} from '@countersign/domain/publication'
import type { TimelineMilestone, TimelinePhase } from '@countersign/ui/milestone-timeline'
import { and, desc, eq, lte, sql } from 'drizzle-orm'

const { number, projection, projectId } = portalPublications

/**
 * A project's publications up to a number, newest first. Only the two that are compared come whole; of the others a
 * page needs the dates they promised, and a whole plan is large.
 */
export function publicationsUpTo(tx: Tx, id: string, upTo = 2_147_483_647) {
  return tx
    .select({
      number,
      publishedAt: portalPublications.publishedAt,
      publishedByName: portalPublications.publishedByName,
      digest: portalPublications.digest,
      projection: sql<Projection>`case when row_number() over (order by ${number} desc) <= 2 then ${projection}
        else jsonb_build_object('asOf', ${projection} -> 'asOf', 'milestones', ${projection} -> 'milestones') end`,
    })
    .from(portalPublications)
    .where(and(eq(projectId, id), lte(number, upTo)))
    .orderBy(desc(number))
}

export type Told = {
  number: number
  publishedAt: string
  publishedByName: string
  digest: string
  projection: Projection
  milestones: TimelineMilestone[]
  phases: TimelinePhase[]
  /** Null in the first publication, which has nothing to be compared with. */
  since: { number: number; asOf: string; changes: PublicationChange[] } | null
  earlier: { number: number; asOf: string; publishedAt: string }[]
}

/** What the newest of these publications tells, beside what the ones before it told; null where there is none. */
export function told(publications: Awaited<ReturnType<typeof publicationsUpTo>>): Told | null {
  const [latest, previous, ...older] = publications
  if (!latest) return null
  const likely = new Map(latest.projection.range?.milestones.map(({ uid, ...days }) => [uid, days]))
  const promises = firstPromises(publications.toReversed().map(({ projection }) => projection))
  return {
    ...latest,
    publishedAt: latest.publishedAt.toISOString(),
    milestones: latest.projection.milestones.map(({ uid, name, kind, on, isReached }) => ({
      id: String(uid),
      name,
      kind,
      promisedOn: promises.get(uid) ?? on,
      currentOn: on,
      done: isReached,
      likely: likely.get(uid),
    })),
    phases: (latest.projection.phases ?? []).map(({ uid, ...phase }) => ({ id: String(uid), ...phase })),
    since: previous
      ? {
          number: previous.number,
          asOf: previous.projection.asOf,
          changes: changesBetween(previous.projection, latest.projection),
        }
      : null,
    earlier: (previous ? [previous, ...older] : []).map(({ number, projection, publishedAt }) => ({
      number,
      asOf: projection.asOf,
      publishedAt: publishedAt.toISOString(),
    })),
  }
}
