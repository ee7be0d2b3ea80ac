import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceLineEntries, invoiceLines, invoices, invoiceTaxes } from '@countersign/db/tables/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { creditTaxes, whyNotACredit } from '@countersign/domain/invoicing/credit'
import { asc, eq, inArray, or, sql } from 'drizzle-orm'
import { refused } from './result'
import { writeInvoice } from './write-invoice'

type Credit = {
  invoiceId: string
  /** What is taken back of which line, of the line's own sign. */
  credits: { lineId: string; amountMinor: bigint }[]
  reason: string
  issuedOn: LocalDate
  by: StaffActor
}

/**
 * A credit note on an invoice, whole or in part. A line that it takes back whole frees what the line billed: hours,
 * expenses and periods can be billed again; of a milestone what was taken back becomes billable again.
 */
export async function creditInvoice(tx: Tx, { invoiceId, credits, reason, issuedOn, by }: Credit) {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId))
  if (!invoice) return refused('no-such-invoice')
  if (invoice.kind !== 'invoice') return refused('credit-note-itself')
  if (issuedOn < invoice.issuedOn) return refused('before-invoice')
  const lines = await creditableLines(tx, invoiceId)
  const amounts = new Map(credits.map(({ lineId, amountMinor }) => [lineId, amountMinor]))
  if (credits.some(({ lineId }) => !lines.some(({ id }) => id === lineId))) return refused('nothing-chosen')
  const why = whyNotACredit(lines, amounts)
  if (why) return refused(why)
  const taken = lines.filter(({ id }) => (amounts.get(id) ?? 0n) !== 0n)
  const entries = await tx
    .select()
    .from(invoiceLineEntries)
    .where(
      inArray(
        invoiceLineEntries.invoiceLineId,
        taken.map(({ id }) => id),
      ),
    )
  const { groups, exemptionReason } = await taxesLeft(tx, invoiceId)
  return writeInvoice(tx, {
    projectId: invoice.projectId,
    customerId: invoice.customerId,
    currency: invoice.currency,
    kind: 'credit-note',
    refersTo: invoiceId,
    reason,
    lines: taken.map((line) => {
      const { id, creditedMinor, amountMinor, quantityThousandths, ...same } = line
      const back = amounts.get(id)!
      const isWhole = creditedMinor === 0n && back === amountMinor
      return {
        ...same,
        creditsLineId: id,
        amountMinor: -back,
        unit: isWhole ? same.unit : ('C62' as const),
        quantityThousandths: isWhole ? -quantityThousandths : back > 0n ? -1000n : 1000n,
        entries: isWhole
          ? entries
              .filter(({ invoiceLineId }) => invoiceLineId === id)
              .map((entry) => ({
                id: (entry.timeEntryId ?? entry.expenseId ?? entry.vendorInvoiceId)!,
                amountMinor: -entry.amountMinor,
              }))
          : [],
      }
    }),
    taxes: creditTaxes(lines, amounts, groups),
    exemptionReason,
    periodFromOn: invoice.periodFromOn,
    periodToOn: invoice.periodToOn,
    customerOrderId: invoice.customerOrderId,
    prepaidMinor: 0n,
    issuedOn,
    dueOn: issuedOn,
    by,
  })
}

/** An invoice's lines with what credit notes took back of each, in their order. */
export async function creditableLines(tx: Tx, invoiceId: string) {
  const rows = await tx
    .select({
      id: invoiceLines.id,
      source: invoiceLines.source,
      billingMilestoneId: invoiceLines.billingMilestoneId,
      contractLineId: invoiceLines.contractLineId,
      periodOn: invoiceLines.periodOn,
      description: invoiceLines.description,
      quantityThousandths: invoiceLines.quantityThousandths,
      unit: invoiceLines.unit,
      amountMinor: invoiceLines.amountMinor,
      taxCategory: invoiceLines.taxCategory,
      taxBasisPoints: invoiceLines.taxBasisPoints,
      creditedMinor: sql<bigint>`-coalesce((select sum(c.amount_minor) from public.invoice_lines c
        where c.credits_line_id = "invoice_lines"."id"), 0)`.mapWith(BigInt),
    })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
    .orderBy(asc(invoiceLines.position))
  return rows
}

async function taxesLeft(tx: Tx, invoiceId: string) {
  const rows = await tx
    .select({
      taxCategory: invoiceTaxes.taxCategory,
      taxBasisPoints: invoiceTaxes.taxBasisPoints,
      netMinor: sql<bigint>`sum(${invoiceTaxes.netMinor})`.mapWith(BigInt),
      taxMinor: sql<bigint>`sum(${invoiceTaxes.taxMinor})`.mapWith(BigInt),
      exemptionReason: sql<string>`max(${invoiceTaxes.exemptionReason})`,
    })
    .from(invoiceTaxes)
    .innerJoin(invoices, eq(invoices.id, invoiceTaxes.invoiceId))
    .where(or(eq(invoices.id, invoiceId), eq(invoices.refersTo, invoiceId)))
    .groupBy(invoiceTaxes.taxCategory, invoiceTaxes.taxBasisPoints)
  return { groups: rows, exemptionReason: rows.find((row) => row.exemptionReason)?.exemptionReason ?? '' }
}
