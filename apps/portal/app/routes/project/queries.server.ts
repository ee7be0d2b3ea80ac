import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import type { BillingState } from '@countersign/domain/billing'
import { desc, eq, sql } from 'drizzle-orm'
import { paymentParts } from '../../payment-parts'
import type { DeliverableLine } from '../../publication/deliverables-told'
import { publicationsUpTo, told, type Told } from '../../publication/queries.server'
import { projectHead } from '../../project-head.server'

export type TeamMember = {
  id: string
  name: string
  function: string
  side: 'provider' | 'customer' | 'vendor'
}

type ScheduledPart = { state: BillingState; minor: string; currency: string }

/** A project as its customer reads it today, or null. Three queries: with who asks, a page has four. */
export async function projectAsTold(tx: Tx, projectId: string) {
  const [[project], publications, submissions] = await Promise.all([
    tx
      .select({
        ...projectHead,
        managerName: portalProjects.managerName,
        managerEmail: portalProjects.managerEmail,
        schedule: sql<ScheduledPart[] | null>`(select jsonb_agg(jsonb_build_object('state', s.state,
          'minor', s.amount_minor::text, 'currency', s.currency))
          from portal.payment_schedule s where s.project_id = ${projectId})`,
        /** What the customer is asked for and has not said to be done. */
        needsCount: sql<number>`(select count(*)::integer from portal.customer_dependencies n
          where n.project_id = ${projectId} and n.closed_at is null
            and coalesce(n.answers -> -1 ->> 'answer', '') <> 'done')`,
        team: sql<TeamMember[] | null>`(select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name,
          'function', t.function, 'side', t.side) order by array_position(
          array['provider', 'vendor', 'customer'], t.side), t.name)
          from portal.team t where t.project_id = ${projectId})`,
      })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    publicationsUpTo(tx, projectId),
    submissionsOf(tx, projectId),
  ])
  if (!project) return null
  const { schedule, team, needsCount, ...head } = project
  const latest = told(publications)
  return {
    project: head,
    team: team ?? [],
    needsCount,
    told: latest,
    deliverables: deliverablesNow(latest, submissions),
    waitingCount: submissions.filter(({ outcome }) => outcome === null).length,
    waitingId: submissions.find(({ outcome }) => outcome === null)?.id ?? null,
    money: paymentParts((schedule ?? []).map((part) => ({ ...part, minor: BigInt(part.minor) }))),
  }
}

function submissionsOf(tx: Tx, projectId: string) {
  return tx
    .select({
      id: portalSubmissions.id,
      deliverableId: portalSubmissions.deliverableId,
      code: portalSubmissions.deliverableCode,
      name: portalSubmissions.deliverableName,
      version: portalSubmissions.version,
      outcome: portalSubmissions.outcome,
    })
    .from(portalSubmissions)
    .where(eq(portalSubmissions.projectId, projectId))
    .orderBy(portalSubmissions.deliverablePosition, desc(portalSubmissions.version))
}

/** The customer's own facts are newer than the publication: what was submitted since is listed, and decided states. */
function deliverablesNow(
  latest: Told | null,
  submissions: Awaited<ReturnType<typeof submissionsOf>>,
): DeliverableLine[] {
  const newest = new Map<string, (typeof submissions)[number]>()
  for (const submission of submissions)
    if (!newest.has(submission.deliverableId)) newest.set(submission.deliverableId, submission)
  const published = latest?.projection.deliverables ?? []
  const known = new Set(published.map(({ id }) => id))
  const unpublished = [...newest.values()]
    .filter(({ deliverableId }) => !known.has(deliverableId))
    .map(({ deliverableId, code, name }) => ({ id: deliverableId, code, name, dueOn: null }))
  return [...published, ...unpublished].map(({ id, code, name, dueOn, ...said }) => {
    const submission = newest.get(id)
    return {
      id,
      code,
      name,
      dueOn,
      state: submission ? (submission.outcome ?? 'submitted') : 'state' in said ? said.state : 'draft',
      latest: submission ? { submissionId: submission.id, version: submission.version } : null,
    }
  })
}
