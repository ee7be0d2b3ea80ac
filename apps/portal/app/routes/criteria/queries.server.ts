import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalCriteria, portalProjects } from '@countersign/db/views/portal'
import { criteriaConsent } from '@countersign/documents/consent'
import type { Criterion } from '@countersign/domain/acceptance'
import type { Locale } from '@countersign/ui/i18n/locale'
import { asc, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** The latest criteria of every deliverable that were put before the customer; null where there is no project. */
export async function criteriaOfProject(tx: Tx, projectId: string, contact: ContactActor) {
  const [[project], versions] = await Promise.all([
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
  ])
  if (!project) return null
  return {
    project,
    versions: versions.map(({ proposedAt, confirmedAt, ...version }) => ({
      ...version,
      criteria: version.criteria as Criterion[],
      proposedAt: proposedAt.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      consent: consentFor({ ...version, customerName: project.customerName }, contact, contact.locale),
    })),
  }
}

export type ProposedCriteria = NonNullable<Awaited<ReturnType<typeof criteriaOfProject>>>['versions'][number]

type Proposed = Pick<
  typeof portalCriteria.$inferSelect,
  'deliverableCode' | 'deliverableName' | 'number' | 'criteria' | 'digest'
> & { customerName: string }

/** The words that this person agrees to by confirming. */
export function consentFor(proposed: Proposed, { name }: ContactActor, locale: Locale): string {
  const count = (proposed.criteria as Criterion[]).length
  return criteriaConsent(locale, { ...proposed, signatoryName: name, count })
}
