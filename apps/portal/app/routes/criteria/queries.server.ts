import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalCriteria, portalProjects, portalPublications } from '@countersign/db/views/portal'
import { criteriaConsent } from '@countersign/documents/consent'
import type { Criterion } from '@countersign/domain/acceptance'
import type { Projection } from '@countersign/domain/publication'
import type { Locale } from '@countersign/ui/i18n/locale'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** The latest criteria of every deliverable that were put before the customer, and what is out of scope; null where there is no project. */
export async function criteriaOfProject(tx: Tx, projectId: string, contact: ContactActor) {
  const [[project], versions, [published]] = await Promise.all([
    tx
      .select({
        ...projectHead,
        managerName: portalProjects.managerName,
        managerEmail: portalProjects.managerEmail,
        role: portalProjects.myRole,
      })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    tx
      .select()
      .from(portalCriteria)
      .where(eq(portalCriteria.projectId, projectId))
      .orderBy(asc(portalCriteria.deliverablePosition)),
    tx
      .select({
        number: portalPublications.number,
        scope: sql<Projection['scope']>`${portalPublications.projection} -> 'scope'`,
      })
      .from(portalPublications)
      .where(eq(portalPublications.projectId, projectId))
      .orderBy(desc(portalPublications.number))
      .limit(1),
  ])
  if (!project) return null
  return {
    project,
    // What is not part of it, beside what it is judged by: so nobody expects it later.
    excluded: (published?.scope ?? []).filter(({ kind }) => kind !== 'in-scope'),
    versions: versions.map(({ proposedAt, confirmedAt, ...version }) => ({
      ...version,
      criteria: version.criteria as Criterion[],
      proposedAt: proposedAt.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      consent: consentFor({ ...version, customerName: project.customerName }, contact, contact.locale),
    })),
  }
}

export type CriteriaPage = NonNullable<Awaited<ReturnType<typeof criteriaOfProject>>>
export type ProposedCriteria = CriteriaPage['versions'][number]

type Proposed = Pick<
  typeof portalCriteria.$inferSelect,
  'deliverableCode' | 'deliverableName' | 'number' | 'criteria' | 'digest'
> & { customerName: string }

/** The words that this person agrees to by confirming. */
export function consentFor(proposed: Proposed, { name }: ContactActor, locale: Locale): string {
  const count = (proposed.criteria as Criterion[]).length
  return criteriaConsent(locale, { ...proposed, signatoryName: name, count })
}
