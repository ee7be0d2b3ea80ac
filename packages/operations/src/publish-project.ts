import type { StaffActor, Tx } from '@countersign/db/connect'
import { publications } from '@countersign/db/tables/publications'
import { localDateIn } from '@countersign/domain/calendar-day'
import type { Health, ShownToo } from '@countersign/domain/publication'
import { eq, max } from 'drizzle-orm'
import { digestOf } from './digest'
import { enqueue } from './enqueue'
import { lockProject } from './lock-project'
import { projectionDigest, projectProjection } from './project-projection'
import { refused } from './result'

type PublicationDraft = {
  projectId: string
  health: Health
  narrative: string
  /** The number of the publication that the manager compared with: somebody else may have published since. */
  after: number
  /** `projectionDigest` of the preview that the manager read. */
  previewed: string
  /** What the preview showed beyond milestones. */
  shows?: ShownToo
  by: StaffActor
  now: Date
}

/** Writes what the customer is told, immutable, numbered and digested, and lets its contacts know. */
export async function publishProject(
  tx: Tx,
  { projectId, health, narrative, after, previewed, shows, by, now }: PublicationDraft,
) {
  const project = await lockProject(tx, projectId)
  if (!project) return refused('no-such-project')
  const [last] = await tx
    .select({ number: max(publications.number) })
    .from(publications)
    .where(eq(publications.projectId, projectId))
  if ((last?.number ?? 0) !== after) return refused('published-meanwhile')
  if (narrative.trim() === '') return refused('no-narrative')

  const asOf = localDateIn(project.timeZone, now)
  const projection = await projectProjection(tx, { projectId, health, narrative, asOf, shows })
  if (!projection) return refused('no-such-project')
  if (projectionDigest(projection) !== previewed) return refused('changed-meanwhile')
  const number = after + 1
  const [row] = await tx
    .insert(publications)
    .values({
      projectId,
      number,
      publishedBy: by.staffId,
      publishedAt: now,
      projection,
      digest: digestOf({ projectId, number, publishedAt: now.toISOString(), projection }),
    })
    .returning({ id: publications.id })
  await enqueue(tx, 'after-publication', { publicationId: row!.id }, `publication ${row!.id}`)
  return { ok: true as const, publicationId: row!.id, number }
}
