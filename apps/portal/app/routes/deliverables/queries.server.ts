import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import type { Criterion } from '@countersign/domain/acceptance'
import { desc, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'
import { publicationsUpTo, told } from '../../publication/queries.server'

/** Each deliverable with its description, its criteria and every version so far; null where there is no project. */
export async function deliverablesOf(tx: Tx, projectId: string) {
  const [[project], publications, submissions] = await Promise.all([
    tx.select(projectHead).from(portalProjects).where(eq(portalProjects.id, projectId)),
    publicationsUpTo(tx, projectId),
    tx
      .select()
      .from(portalSubmissions)
      .where(eq(portalSubmissions.projectId, projectId))
      .orderBy(portalSubmissions.deliverablePosition, desc(portalSubmissions.version)),
  ])
  if (!project) return null
  const latest = told(publications)
  const published = latest?.projection.deliverables ?? []
  const versions = submissions.map(({ id, version, submittedAt, outcome, decidedAt, deliverableId }) => ({
    id,
    deliverableId,
    version,
    submittedAt: submittedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    state: outcome ?? ('submitted' as const),
  }))
  // What was put before the customer but is in no publication yet, each once, by its newest version.
  const unpublished = submissions.filter(
    (each, index) =>
      !published.some(({ id }) => id === each.deliverableId) &&
      submissions.findIndex(({ deliverableId }) => deliverableId === each.deliverableId) === index,
  )
  return {
    project,
    publishedOn: latest?.projection.asOf ?? null,
    deliverables: [
      ...published.map((each) => ({ ...each, isPublished: true })),
      ...unpublished.map((each) => ({
        id: each.deliverableId,
        code: each.deliverableCode,
        name: each.deliverableName,
        description: each.deliverableDescription,
        state: 'draft' as const,
        dueOn: null,
        criteria: (each.criteria as Criterion[]).map(({ statement }) => statement),
        isPublished: false,
      })),
    ].map((deliverable) => {
      const own = versions.filter(({ deliverableId }) => deliverableId === deliverable.id)
      return { ...deliverable, state: own[0]?.state ?? deliverable.state, versions: own }
    }),
  }
}

export type DeliverableFacts = NonNullable<Awaited<ReturnType<typeof deliverablesOf>>>['deliverables'][number]
