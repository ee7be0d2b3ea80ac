import type { Tx } from '@countersign/db/connect'
import {
  dunningPauses,
  invoiceDocuments,
  invoiceLines,
  invoicePayments,
  invoices,
  invoiceSendings,
  invoiceTaxes,
  invoiceWriteOffs,
} from '@countersign/db/tables/billing'
import { customers, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { invoiceMails, invoiceStates } from '@countersign/db/views/invoices'
import { invoiceState } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { InvoiceParties } from '@countersign/domain/invoicing/invoice-parties'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { moneyText } from '../../money-text'

/** An invoice with all that belongs to it; null where this person has no such invoice. */
export async function invoicePage(tx: Tx, { invoiceId, today }: { invoiceId: string; today: LocalDate }) {
  const [[head], lines, taxes, payments, lowered, sendings] = await Promise.all([
    invoiceHead(tx, invoiceId),
    linesOf(tx, invoiceId),
    tx
      .select({ taxBasisPoints: invoiceTaxes.taxBasisPoints, taxMinor: invoiceTaxes.taxMinor })
      .from(invoiceTaxes)
      .where(eq(invoiceTaxes.invoiceId, invoiceId))
      .orderBy(desc(invoiceTaxes.taxBasisPoints)),
    paymentsOf(tx, invoiceId),
    loweredBy(tx, invoiceId),
    sendingsOf(tx, invoiceId),
  ])
  if (!head) return null
  const { invoice, state, ...rest } = head
  const { currency, dueOn, kind, grossMinor } = invoice
  const money = (minor: bigint) => moneyText(minor, currency)
  const parties = invoice.parties as Partial<InvoiceParties>
  return {
    ...rest,
    ...{ id: invoice.id, number: invoice.number, projectId: invoice.projectId, kind, dueOn, today, currency },
    ...{ issuedOn: invoice.issuedOn, reason: invoice.reason, refersTo: invoice.refersTo },
    ...{ periodFromOn: invoice.periodFromOn, periodToOn: invoice.periodToOn },
    orderNumber: parties.orderNumber ?? '',
    state: invoiceState({ ...state, kind, dueOn, grossMinor }, today),
    net: money(invoice.netMinor),
    gross: money(grossMinor),
    paid: money(state.paidMinor),
    credited: money(state.creditedMinor),
    writtenOff: money(state.writtenOffMinor),
    open: money(state.openMinor),
    taxes: taxes.map(({ taxBasisPoints, taxMinor }) => ({ taxBasisPoints, tax: money(taxMinor) })),
    lines: lines.map(({ amountMinor, quantityThousandths, ...line }) => ({
      ...line,
      thousandths: Number(quantityThousandths),
      amount: money(amountMinor),
    })),
    payments: payments.map(({ amountMinor, ...payment }) => ({ ...payment, amount: money(amountMinor) })),
    lowered: lowered.map(({ minor, ...each }) => ({ ...each, amount: money(minor) })),
    sendings: sendings.map(({ feeMinor, sentAt, takenAt, ...sending }) => ({
      ...sending,
      fee: feeMinor > 0n ? money(feeMinor) : null,
      at: sentAt.toISOString(),
      takenAt: takenAt?.toISOString() ?? null,
    })),
  }
}

export type InvoicePage = NonNullable<Awaited<ReturnType<typeof invoicePage>>>

function invoiceHead(tx: Tx, invoiceId: string) {
  const billed = alias(invoices, 'billed')
  return tx
    .select({
      invoice: invoices,
      state: {
        paidMinor: invoiceStates.paidMinor,
        creditedMinor: invoiceStates.creditedMinor,
        writtenOffMinor: invoiceStates.writtenOffMinor,
        openMinor: invoiceStates.openMinor,
      },
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      customer: customers.name,
      customerId: customers.id,
      issuedBy: staff.name,
      refersToNumber: billed.number,
      hasDocument: sql<boolean>`${invoiceDocuments.invoiceId} is not null`,
      hasTwin: sql<boolean>`${invoiceDocuments.ublSha256} is not null`,
      pauseNote: dunningPauses.note,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .innerJoin(projects, eq(projects.id, invoices.projectId))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .innerJoin(staff, eq(staff.id, invoices.issuedBy))
    .leftJoin(billed, eq(billed.id, invoices.refersTo))
    .leftJoin(invoiceDocuments, eq(invoiceDocuments.invoiceId, invoices.id))
    .leftJoin(dunningPauses, eq(dunningPauses.invoiceId, invoices.id))
    .where(eq(invoices.id, invoiceId))
}

function linesOf(tx: Tx, invoiceId: string) {
  return tx
    .select({
      id: invoiceLines.id,
      description: invoiceLines.description,
      unit: invoiceLines.unit,
      quantityThousandths: invoiceLines.quantityThousandths,
      amountMinor: invoiceLines.amountMinor,
    })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.position))
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

/** What lowered it besides payments: credit notes and write-offs, by their day. */
async function loweredBy(tx: Tx, invoiceId: string) {
  const [credits, writeOffs] = await Promise.all([
    tx
      .select({
        id: invoices.id,
        number: sql<string | null>`${invoices.number}`,
        on: invoices.issuedOn,
        reason: invoices.reason,
        minor: invoices.grossMinor,
      })
      .from(invoices)
      .where(eq(invoices.refersTo, invoiceId)),
    tx
      .select({
        id: invoiceWriteOffs.id,
        number: sql<string | null>`null`,
        on: invoiceWriteOffs.writtenOffOn,
        reason: invoiceWriteOffs.reason,
        minor: sql<bigint>`-${invoiceWriteOffs.amountMinor}`.mapWith(BigInt),
      })
      .from(invoiceWriteOffs)
      .where(eq(invoiceWriteOffs.invoiceId, invoiceId)),
  ])
  return [...credits, ...writeOffs].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** What went out, and when a mail server had taken the last mail of it. */
function sendingsOf(tx: Tx, invoiceId: string) {
  return tx
    .select({
      id: invoiceSendings.id,
      level: sql<0 | 1 | 2 | 3>`${invoiceSendings.level}`,
      sentTo: invoiceSendings.sentTo,
      sentAt: invoiceSendings.sentAt,
      feeMinor: invoiceSendings.feeMinor,
      takenAt: sql<Date | null>`max(${invoiceMails.sentAt})`.mapWith(invoiceSendings.sentAt),
      receipt: sql<string | null>`max(${invoiceMails.receipt})`,
    })
    .from(invoiceSendings)
    .leftJoin(
      invoiceMails,
      and(
        eq(invoiceMails.invoiceId, invoiceSendings.invoiceId),
        eq(invoiceMails.level, invoiceSendings.level),
      ),
    )
    .where(eq(invoiceSendings.invoiceId, invoiceId))
    .groupBy(invoiceSendings.id)
    .orderBy(asc(invoiceSendings.level))
}
