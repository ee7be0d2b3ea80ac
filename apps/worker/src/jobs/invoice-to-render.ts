import type { Tx } from '@countersign/db/connect'
import { invoiceLines, invoices } from '@countersign/db/tables/billing'
import {
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { isAcceptance } from '@countersign/db/views/in-force'
import type { InvoiceInput } from '@countersign/documents/invoice'
import { linesOf } from '@countersign/documents/provider'
import { certificateNumber } from '@countersign/domain/acceptance'
import { daysBetween, localDateIn } from '@countersign/domain/calendar-day'
import { and, asc, eq } from 'drizzle-orm'
import { letterMessages } from '../messages/letters'
import type { WorkerSettings } from '../settings'
import { projectNamed } from './project-people'

/** An invoice with its lines and, for each, the acceptances that made it billable. Throws where there is none. */
export async function invoiceToRender(tx: Tx, invoiceId: string, provider: WorkerSettings['provider']) {
  const [row] = await tx
    .select({ invoice: invoices, reference: contracts.reference })
    .from(invoices)
    .innerJoin(contracts, eq(contracts.projectId, invoices.projectId))
    .where(eq(invoices.id, invoiceId))
  if (!row) throw new Error(`there is no invoice ${invoiceId}`)
  const { invoice, reference } = row
  const project = await projectNamed(tx, invoice.projectId)
  const lines = await tx
    .select({
      milestoneId: invoiceLines.billingMilestoneId,
      description: invoiceLines.description,
      netMinor: invoiceLines.amountMinor,
    })
    .from(invoiceLines)
    .innerJoin(billingMilestones, eq(billingMilestones.id, invoiceLines.billingMilestoneId))
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(billingMilestones.position))
  const acceptances = await tx
    .select({
      milestoneId: billingMilestoneReleases.billingMilestoneId,
      code: deliverables.code,
      name: deliverables.name,
      acceptedAt: decisions.decidedAt,
      version: submissions.version,
    })
    .from(invoiceLines)
    .innerJoin(
      billingMilestoneReleases,
      eq(billingMilestoneReleases.billingMilestoneId, invoiceLines.billingMilestoneId),
    )
    .innerJoin(deliverables, eq(deliverables.id, billingMilestoneReleases.deliverableId))
    .innerJoin(submissions, eq(submissions.deliverableId, deliverables.id))
    .innerJoin(
      decisions,
      and(
        eq(decisions.submissionId, submissions.id),
        eq(submissions.stage, billingMilestoneReleases.stage),
        isAcceptance,
      ),
    )
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(deliverables.position))

  const { locale, name, address } = project.customer
  const { payTo, ...issuer } = provider
  const lastAccepted = acceptances
    .map(({ acceptedAt }) => acceptedAt)
    .sort((a, b) => Number(b) - Number(a))[0]
  const input: InvoiceInput = {
    number: invoice.number,
    issuedAt: invoice.issuedAt,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    suppliedOn: lastAccepted ? localDateIn(project.timeZone, lastAccepted) : null,
    locale,
    timeZone: project.timeZone,
    issuer,
    customer: { name, address: linesOf(address), taxId: null, email: null },
    reference: reference || null,
    project: { code: project.code, name: project.name },
    currency: invoice.currency,
    lines: lines.map(({ milestoneId, description, netMinor }) => ({
      description,
      netMinor,
      accepted: acceptances
        .filter((acceptance) => acceptance.milestoneId === milestoneId)
        .map(({ code, name, acceptedAt, version }) => ({
          code,
          name,
          acceptedAt,
          certificate: certificateNumber(project.code, code, version),
        })),
    })),
    netMinor: invoice.netMinor,
    taxRateBasisPoints: invoice.taxBasisPoints,
    taxMinor: invoice.taxMinor,
    grossMinor: invoice.grossMinor,
    taxNote: null,
    paymentTerms: letterMessages(locale).invoice.terms(daysBetween(invoice.issuedOn, invoice.dueOn)),
    payTo,
  }
  return { input, invoice, project }
}
