import { connect } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { customers, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { publications } from '@countersign/db/tables/publications'
import { and, asc, count, countDistinct, eq, max } from 'drizzle-orm'
import { columns, type Answer } from '../answer'
import type { Surroundings } from '../surroundings'

/** Every project with its customer, its manager, and how far it is: accepted deliverables, publications. */
export function projectList({ withDatabase }: Surroundings): Promise<Answer> {
  return withDatabase(async (urls) => {
    const db = connect(urls.worker, { max: 1 })
    try {
      const found = await db.asLogin(async (tx) => {
        const known = await tx
          .select({
            id: projects.id,
            code: projects.code,
            name: projects.name,
            customer: customers.name,
            manager: staff.name,
          })
          .from(projects)
          .innerJoin(customers, eq(customers.id, projects.customerId))
          .innerJoin(staff, eq(staff.id, projects.managerId))
          .orderBy(asc(projects.code))
        const delivered = await tx
          .select({
            projectId: deliverables.projectId,
            deliverables: countDistinct(deliverables.id),
            accepted: count(decisions.id),
          })
          .from(deliverables)
          .leftJoin(submissions, eq(submissions.deliverableId, deliverables.id))
          .leftJoin(
            decisions,
            and(eq(decisions.submissionId, submissions.id), eq(decisions.outcome, 'accepted')),
          )
          .groupBy(deliverables.projectId)
        const published = await tx
          .select({
            projectId: publications.projectId,
            number: max(publications.number),
            at: max(publications.publishedAt),
          })
          .from(publications)
          .groupBy(publications.projectId)
        return known.map((project) => {
          const counts = delivered.find(({ projectId }) => projectId === project.id)
          const last = published.find(({ projectId }) => projectId === project.id)
          return {
            ...project,
            deliverables: counts?.deliverables ?? 0,
            accepted: counts?.accepted ?? 0,
            lastPublication: last ? { number: last.number, at: last.at?.toISOString() ?? null } : null,
          }
        })
      })
      const rows = found.map((project) => [
        project.code,
        project.customer,
        project.manager,
        `${project.accepted} of ${project.deliverables}`,
        project.lastPublication ? `no. ${project.lastPublication.number}` : 'none',
        project.name,
      ])
      const text =
        rows.length === 0
          ? 'There is no project yet. A project manager founds one in the console, by importing a plan.'
          : columns(['CODE', 'CUSTOMER', 'MANAGER', 'ACCEPTED', 'PUBLISHED', 'NAME'], rows)
      return { text, value: { projects: found } }
    } finally {
      await db.close()
    }
  })
}
