import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  invoiceLineEntries,
  invoiceLines,
  invoices,
  invoiceSeries,
  invoiceTaxes,
} from '@countersign/db/tables/billing'
import { invoiceNumber } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { BilledEntry, DraftLine } from '@countersign/domain/invoicing/invoice-draft'
import { needsReason, sumsOf, type InvoiceTax } from '@countersign/domain/invoicing/invoice-taxes'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { enqueue } from './enqueue'
import { invoiceParties } from './invoice-parties'
import { brokenConstraint, refused } from './result'

export type InvoiceLine = Omit<DraftLine, 'entries'> & { entries: BilledEntry[]; creditsLineId?: string }

type InvoiceToWrite = {
  projectId: string
  customerId: string
  currency: string
  kind: 'invoice' | 'credit-note'
  refersTo: string | null
  reason: string
  lines: InvoiceLine[]
  taxes: InvoiceTax[]
  exemptionReason: string
  periodFromOn: LocalDate | null
  periodToOn: LocalDate | null
  customerOrderId: string | null
  prepaidMinor: bigint
  issuedOn: LocalDate
  dueOn: LocalDate
  by: StaffActor
}

/**
 * Writes an invoice or a credit note with the next number of its series. The series' own row stays locked until commit:
 * no gap and no double, however many people issue at once. What the database refuses comes back as a refusal, with
 * nothing written.
 */
export async function writeInvoice(tx: Tx, invoice: InvoiceToWrite) {
  const { lines, taxes, exemptionReason, by, ...head } = invoice
  const { projectId, issuedOn } = head
  try {
    return await tx.transaction(async (inner) => {
      const series = issuedOn.slice(0, 4)
      const sequence = await nextNumber(inner, series)
      const [invoiceId, number] = [randomUUID(), invoiceNumber(series, sequence)]
      await inner.insert(invoices).values({
        ...head,
        id: invoiceId,
        series,
        sequence,
        number,
        parties: await invoiceParties(inner, projectId, head.customerOrderId),
        ...sumsOf(taxes),
        issuedBy: by.staffId,
      })
      const numbered = lines.map((line, index) => ({ ...line, id: randomUUID(), position: index + 1 }))
      await inner
        .insert(invoiceLines)
        .values(numbered.map(({ entries: _, ...line }) => ({ projectId, invoiceId, ...line })))
      const entries = numbered.flatMap((line) =>
        line.entries.map((entry) => ({
          projectId,
          invoiceLineId: line.id,
          timeEntryId: line.source === 'time' ? entry.id : null,
          expenseId: line.source === 'expense' ? entry.id : null,
          vendorInvoiceId: line.source === 'vendor' ? entry.id : null,
          amountMinor: entry.amountMinor,
        })),
      )
      for (let from = 0; from < entries.length; from += entriesAtOnce)
        await inner.insert(invoiceLineEntries).values(entries.slice(from, from + entriesAtOnce))
      await inner.insert(invoiceTaxes).values(
        taxes.map((tax) => ({
          projectId,
          invoiceId,
          ...tax,
          exemptionReason: needsReason(tax.taxCategory) ? exemptionReason : '',
        })),
      )
      // Sums are checked at commit; here they can still be refused in a sentence.
      await inner.execute(sql`set constraints public.lines_sum_to_net immediate`)
      await inner.execute(sql`set constraints public.lines_sum_to_net deferred`)
      await enqueue(inner, 'after-invoice', { invoiceId }, `invoice ${invoiceId}`)
      return { ok: true as const, invoiceId, number }
    })
  } catch (error) {
    const why = refusals[(brokenConstraint(error) ?? '') as keyof typeof refusals]
    if (why) return refused(why)
    throw error
  }
}

/** Far below what Postgres takes as parameters of one statement. */
const entriesAtOnce = 2000

const refusals = {
  invoice_lines_once: 'already-invoiced',
  invoice_line_entries_once: 'already-invoiced',
  retainer_period_once: 'already-invoiced',
  billing_milestone_is_billable: 'not-billable',
  invoice_line_is_the_milestone: 'changed-meanwhile',
  invoice_line_is_the_period: 'changed-meanwhile',
  invoice_line_is_its_entries: 'changed-meanwhile',
  entry_is_billable: 'not-billable',
  line_bills_time: 'not-billable',
  retainer_period_has_ended: 'not-billable',
  set_off_within_deposit: 'deposit-used-up',
  capped_line_within_cap: 'above-cap',
  invoice_names_order: 'order-missing',
  order_is_valid: 'order-expired',
  invoice_within_order: 'above-order',
  credit_within_line: 'credited-meanwhile',
  credit_within_invoice: 'credited-meanwhile',
  credit_frees_what_was_billed: 'credited-meanwhile',
  month_is_open: 'month-closed',
} as const

async function nextNumber(tx: Tx, series: string): Promise<number> {
  const [row] = await tx
    .insert(invoiceSeries)
    .values({ series, lastNumber: 1 })
    .onConflictDoUpdate({
      target: invoiceSeries.series,
      set: { lastNumber: sql`${invoiceSeries.lastNumber} + 1` },
    })
    .returning({ sequence: invoiceSeries.lastNumber })
  return row!.sequence
}
