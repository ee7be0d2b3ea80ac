import type { Tx } from '@countersign/db/connect'
import { invoiceDocuments, invoiceLines, invoicePayments, invoices } from '@countersign/db/tables/billing'
import { billingMilestones } from '@countersign/db/tables/contract'
import { customers, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { invoiceState } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sumMinor } from '@countersign/domain/money'
import { asc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** An invoice with its lines and payments, and what is open of it; null where this person has no such invoice. */
export async function invoicePage(tx: Tx, { invoiceId, today }: { invoiceId: string; today: LocalDate }) {
  const [[invoice], lines, payments] = await Promise.all([
    invoiceHead(tx, invoiceId),
    linesOf(tx, invoiceId),
    paymentsOf(tx, invoiceId),
  ])
  if (!invoice) return null
  const { currency, netMinor, taxMinor, grossMinor, ...head } = invoice
  const money = (minor: bigint) => moneyText(minor, currency)
  const paidMinor = sumMinor(payments.map(({ amountMinor }) => amountMinor))
  const openMinor = grossMinor - paidMinor
  return {
    ...head,
    today,
    currency,
    state: invoiceState({ dueOn: head.dueOn, grossMinor, paidMinor }, today),
    net: money(netMinor),
    tax: money(taxMinor),
    gross: money(grossMinor),
    paid: money(paidMinor),
    open: money(openMinor),
    lines: lines.map(({ amountMinor, ...line }) => ({ ...line, amount: money(amountMinor) })),
    payments: payments.map(({ amountMinor, ...payment }) => ({ ...payment, amount: money(amountMinor) })),
  }
}

function invoiceHead(tx: Tx, invoiceId: string) {
  return tx
    .select({
      id: invoices.id,
      number: invoices.number,
      projectId: invoices.projectId,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      customer: customers.name,
      issuedOn: invoices.issuedOn,
      issuedBy: staff.name,
      dueOn: invoices.dueOn,
      currency: invoices.currency,
      taxBasisPoints: invoices.taxBasisPoints,
      netMinor: invoices.netMinor,
      taxMinor: invoices.taxMinor,
      grossMinor: invoices.grossMinor,
      hasDocument: sql<boolean>`${invoiceDocuments.invoiceId} is not null`,
    })
    .from(invoices)
    .innerJoin(projects, eq(projects.id, invoices.projectId))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .innerJoin(staff, eq(staff.id, invoices.issuedBy))
    .leftJoin(invoiceDocuments, eq(invoiceDocuments.invoiceId, invoices.id))
    .where(eq(invoices.id, invoiceId))
}

function linesOf(tx: Tx, invoiceId: string) {
  return tx
    .select({
      id: invoiceLines.id,
      description: invoiceLines.description,
      amountMinor: invoiceLines.amountMinor,
    })
    .from(invoiceLines)
    .innerJoin(billingMilestones, eq(billingMilestones.id, invoiceLines.billingMilestoneId))
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(billingMilestones.position))
}

function paymentsOf(tx: Tx, invoiceId: string) {
  return tx
    .select({
      id: invoicePayments.id,
      receivedOn: invoicePayments.receivedOn,
      reference: invoicePayments.reference,
      amountMinor: invoicePayments.amountMinor,
      recordedBy: staff.name,
    })
    .from(invoicePayments)
    .innerJoin(staff, eq(staff.id, invoicePayments.recordedBy))
    .where(eq(invoicePayments.invoiceId, invoiceId))
    .orderBy(asc(invoicePayments.receivedOn), asc(invoicePayments.recordedAt))
}
