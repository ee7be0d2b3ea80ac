import type { StaffActor, Tx } from '@countersign/db/connect'
import { projects } from '@countersign/db/tables/projects'
import { customers } from '@countersign/db/tables/people'
import { publications } from '@countersign/db/tables/publications'
import { billingMilestoneStates, criteriaAgreements, deliverableStates } from '@countersign/db/views/states'
import type { SerializeFrom } from '@remix-run/node'
import { and, desc, count, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { progressByProject } from '../../progress.server'
import { seesMoney } from '../../roles'

/** One's own projects, newest first, with where each stands. */
export async function ownProjects(tx: Tx, { role }: StaffActor) {
  const [rows, progress, milestones, deliverables, unagreed, billable, published] = await Promise.all([
    tx
      .select({ id: projects.id, code: projects.code, name: projects.name, customer: customers.name })
      .from(projects)
      .innerJoin(customers, eq(customers.id, projects.customerId))
      .orderBy(desc(projects.createdAt)),
    progressByProject(tx),
    nextMilestones(tx),
    tx
      .select({ projectId: deliverableStates.projectId, state: deliverableStates.state, count: count() })
      .from(deliverableStates)
      .where(inArray(deliverableStates.state, ['submitted', 'rejected']))
      .groupBy(deliverableStates.projectId, deliverableStates.state),
    notAgreed(tx),
    seesMoney(role)
      ? tx
          .select({ projectId: billingMilestoneStates.projectId, count: count() })
          .from(billingMilestoneStates)
          .where(eq(billingMilestoneStates.state, 'billable'))
          .groupBy(billingMilestoneStates.projectId)
      : [],
    tx
      .selectDistinctOn([publications.projectId], {
        projectId: publications.projectId,
        number: publications.number,
        publishedAt: publications.publishedAt,
      })
      .from(publications)
      .orderBy(publications.projectId, desc(publications.number)),
  ])
  const countOf = (projectId: string, state: string) =>
    deliverables.find((each) => each.projectId === projectId && each.state === state)?.count ?? 0
  return rows.map((project) => ({
    ...project,
    progress: progress.get(project.id) ?? 0,
    next: milestones.find(({ projectId }) => projectId === project.id) ?? null,
    waiting: countOf(project.id, 'submitted'),
    rejected: countOf(project.id, 'rejected'),
    unagreed: unagreed.find(({ projectId }) => projectId === project.id)?.count ?? 0,
    billable: billable.find(({ projectId }) => projectId === project.id)?.count ?? 0,
    published: published.find(({ projectId }) => projectId === project.id) ?? null,
  }))
}

/** How many results a project has whose criteria the customer has not confirmed as they stand. */
function notAgreed(tx: Tx) {
  return tx
    .select({ projectId: criteriaAgreements.projectId, count: count() })
    .from(criteriaAgreements)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, criteriaAgreements.deliverableId))
    .where(
      and(
        inArray(deliverableStates.state, ['draft', 'rejected']),
        or(isNull(criteriaAgreements.confirmedAt), eq(criteriaAgreements.isCurrent, false)),
      ),
    )
    .groupBy(criteriaAgreements.projectId)
}

function nextMilestones(tx: Tx) {
  return tx.execute<{ projectId: string; name: string; on: string }>(sql`
    select distinct on (project_id) project_id as "projectId", name, left(finishes_local, 10) as "on"
    from public.tasks where is_milestone and not is_summary and percent_complete < 100
    order by project_id, finishes_local, position`)
}

/** A project as the list reads it. */
export type OwnProject = SerializeFrom<Awaited<ReturnType<typeof ownProjects>>>[number]
