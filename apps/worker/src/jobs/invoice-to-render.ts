import type { Tx } from '@countersign/db/connect'
import { invoiceLines, invoices, invoiceTaxes } from '@countersign/db/tables/billing'
import { billingMilestoneReleases, deliverables } from '@countersign/db/tables/contract'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { isAcceptance } from '@countersign/db/views/in-force'
import type { InvoiceInput } from '@countersign/documents/invoice'
import { certificateNumber } from '@countersign/domain/acceptance'
import { daysBetween } from '@countersign/domain/calendar-day'
import { missingFacts, type InvoiceParties } from '@countersign/domain/invoicing/invoice-parties'
import { minorDigits } from '@countersign/domain/money'
import { invoiceParties } from '@countersign/operations/invoice-parties'
import { and, asc, eq } from 'drizzle-orm'
import { letterMessages } from '../messages/letters'
import { projectNamed } from './project-people'

/** An invoice with its lines and, for each, the acceptances that made it billable. Throws where there is none. */
export async function invoiceToRender(tx: Tx, invoiceId: string) {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId))
  if (!invoice) throw new Error(`there is no invoice ${invoiceId}`)
  const project = await projectNamed(tx, invoice.projectId)
  const { locale } = project.customer
  const [lines, taxes, accepted, preceding, parties] = await Promise.all([
    tx
      .select()
      .from(invoiceLines)
      .where(eq(invoiceLines.invoiceId, invoiceId))
      .orderBy(asc(invoiceLines.position)),
    tx
      .select()
      .from(invoiceTaxes)
      .where(eq(invoiceTaxes.invoiceId, invoiceId))
      .orderBy(asc(invoiceTaxes.taxCategory)),
    acceptancesOf(tx, invoiceId, project.code),
    precedingOf(tx, invoice),
    partiesOf(tx, invoice),
  ])
  const { number, kind, issuedOn, dueOn, currency, periodFromOn, periodToOn, issuedAt, prepaidMinor } =
    invoice
  const { netMinor, taxMinor, grossMinor } = invoice
  const days = daysBetween(issuedOn, dueOn)
  const input: Omit<InvoiceInput, 'facturX'> = {
    ...{ number, kind, issuedOn, dueOn, currency, periodFromOn, periodToOn, issuedAt, prepaidMinor },
    ...{ netMinor, taxMinor, grossMinor },
    locale,
    timeZone: project.timeZone,
    parties,
    project: { code: project.code, name: project.name },
    preceding,
    note: invoice.reason,
    paymentTerms: kind === 'invoice' ? letterMessages(locale).invoice.terms(days) : '',
    accepted,
    lines,
    taxes,
  }
  const missing = missingFacts(
    parties,
    taxes.map(({ taxCategory }) => taxCategory),
  )
  return { input, invoice, project, hasTwin: missing.length === 0 && minorDigits(currency) <= 2 }
}

type Invoice = typeof invoices.$inferSelect

/** What was kept when it was issued; of invoices older than that, who both sides are now. */
async function partiesOf(tx: Tx, invoice: Invoice): Promise<InvoiceParties> {
  const kept = invoice.parties as InvoiceParties | Record<string, never>
  return 'seller' in kept && kept.seller.name !== ''
    ? (kept as InvoiceParties)
    : invoiceParties(tx, invoice.projectId, invoice.customerOrderId)
}

/** The invoice that a credit note takes back; the invoices of deposits that an invoice sets off. */
async function precedingOf(tx: Tx, { id, refersTo }: Invoice) {
  const named = { number: invoices.number, issuedOn: invoices.issuedOn }
  if (refersTo) return tx.select(named).from(invoices).where(eq(invoices.id, refersTo))
  const setOff = tx
    .select({ milestoneId: invoiceLines.billingMilestoneId })
    .from(invoiceLines)
    .where(and(eq(invoiceLines.invoiceId, id), eq(invoiceLines.source, 'deposit-set-off')))
    .as('set_off')
  return tx
    .selectDistinct(named)
    .from(setOff)
    .innerJoin(
      invoiceLines,
      and(eq(invoiceLines.billingMilestoneId, setOff.milestoneId), eq(invoiceLines.source, 'milestone')),
    )
    .innerJoin(invoices, and(eq(invoices.id, invoiceLines.invoiceId), eq(invoices.kind, 'invoice')))
    .orderBy(asc(invoices.number))
}

async function acceptancesOf(tx: Tx, invoiceId: string, projectCode: string) {
  const rows = await tx
    .select({
      position: invoiceLines.position,
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
    .where(and(eq(invoiceLines.invoiceId, invoiceId), eq(invoiceLines.source, 'milestone')))
    .orderBy(asc(deliverables.position))
  return rows.map(({ version, ...row }) => ({
    ...row,
    certificate: certificateNumber(projectCode, row.code, version),
  }))
}
