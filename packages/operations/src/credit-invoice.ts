import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceLineEntries, invoiceLines, invoices, invoiceTaxes } from '@countersign/db/tables/billing'
import { staff } from '@countersign/db/tables/people'
import { timeEntries } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { creditTaxes, whyNotACredit } from '@countersign/domain/invoicing/credit'
import { and, asc, eq, or, sql } from 'drizzle-orm'
import { thousandthsOfHours } from './draft-content'
import { refused } from './result'
import { writeInvoice } from './write-invoice'

/** What is taken back of a line: an amount of the line's own sign, or some of the hours or costs that it bills. */
export type LineCredit = { lineId: string } & ({ amountMinor: bigint } | { entryIds: string[] })
type Credit = {
  invoiceId: string
  credits: LineCredit[]
  reason: string
  issuedOn: LocalDate
  by: StaffActor
}

/**
 * A credit note on an invoice, whole or in part. What it takes back by the hour or cost, and all that is left of a line
 * that it takes back whole, can be billed again, and a retainer's period too; of a milestone what was taken back becomes
 * billable again. An amount alone lowers a price and frees nothing.
 */
export async function creditInvoice(tx: Tx, { invoiceId, credits, reason, issuedOn, by }: Credit) {
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId))
  if (!invoice) return refused('no-such-invoice')
  if (invoice.kind !== 'invoice') return refused('credit-note-itself')
  if (issuedOn < invoice.issuedOn) return refused('before-invoice')
  const lines = await creditableLines(tx, invoiceId)
  if (credits.some(({ lineId }) => !lines.some(({ id }) => id === lineId))) return refused('nothing-chosen')
  const billed = await billedEntries(tx, invoiceId)
  const chosen = new Map<string, BilledEntryLeft[]>()
  const amounts = new Map<string, bigint>()
  for (const credit of credits) {
    const { lineId } = credit
    if ('amountMinor' in credit) {
      amounts.set(lineId, credit.amountMinor)
      continue
    }
    const some = billed.filter((entry) => entry.lineId === lineId && credit.entryIds.includes(entry.id))
    if (some.length !== new Set(credit.entryIds).size) return refused('credited-meanwhile')
    chosen.set(lineId, some)
    amounts.set(lineId, sumOf(some))
  }
  const why = whyNotACredit(lines, amounts)
  if (why) return refused(why)
  const { groups, exemptionReason } = await taxesLeft(tx, invoiceId)
  return writeInvoice(tx, {
    projectId: invoice.projectId,
    customerId: invoice.customerId,
    currency: invoice.currency,
    kind: 'credit-note',
    refersTo: invoiceId,
    reason,
    lines: lines
      .filter(({ id }) => (amounts.get(id) ?? 0n) !== 0n)
      .map(({ id, creditedMinor, ...line }) => {
        const back = amounts.get(id)!
        const isWhole = creditedMinor + back === line.amountMinor
        const left = billed.filter(({ lineId }) => lineId === id)
        return {
          ...line,
          creditsLineId: id,
          amountMinor: -back,
          ...quantityTakenBack(line, back, chosen.get(id) ?? null),
          entries: (isWhole ? left : (chosen.get(id) ?? [])).map((entry) => ({
            id: entry.id,
            amountMinor: -entry.amountMinor,
          })),
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

type LineBilled = { amountMinor: bigint; quantityThousandths: bigint; unit: 'C62' | 'HUR' }

/** Hours stay hours where the credit note says which, or takes the line back at once; else it is one amount. */
function quantityTakenBack(line: LineBilled, back: bigint, chosen: BilledEntryLeft[] | null) {
  if (back === line.amountMinor) return { unit: line.unit, quantityThousandths: -line.quantityThousandths }
  const minutes = chosen?.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0) ?? 0
  if (line.unit === 'HUR' && minutes > 0)
    return { unit: line.unit, quantityThousandths: -thousandthsOfHours(minutes) }
  return { unit: 'C62' as const, quantityThousandths: back > 0n ? -1000n : 1000n }
}

export type BilledEntryLeft = Awaited<ReturnType<typeof billedEntries>>[number]

/** The hours, expenses and vendors' invoices that an invoice bills and no credit note has freed yet, by their day. */
export async function billedEntries(tx: Tx, invoiceId: string) {
  const entryId = sql<string>`coalesce(${invoiceLineEntries.timeEntryId}, ${invoiceLineEntries.expenseId},
    ${invoiceLineEntries.vendorInvoiceId})`
  return tx
    .select({
      id: entryId,
      lineId: invoiceLineEntries.invoiceLineId,
      amountMinor: invoiceLineEntries.amountMinor,
      minutes: timeEntries.minutes,
      workedOn: timeEntries.workedOn,
      who: staff.name,
    })
    .from(invoiceLineEntries)
    .innerJoin(invoiceLines, eq(invoiceLines.id, invoiceLineEntries.invoiceLineId))
    .leftJoin(timeEntries, eq(timeEntries.id, invoiceLineEntries.timeEntryId))
    .leftJoin(staff, eq(staff.id, timeEntries.staffId))
    .where(
      and(
        eq(invoiceLines.invoiceId, invoiceId),
        sql`not exists (select from public.invoice_line_entries freed
          join public.invoice_lines c on c.id = freed.invoice_line_id
          where c.credits_line_id = ${invoiceLines.id}
            and coalesce(freed.time_entry_id, freed.expense_id, freed.vendor_invoice_id) = ${entryId})`,
      ),
    )
    .orderBy(asc(timeEntries.workedOn), asc(staff.name), asc(invoiceLineEntries.id))
}

function sumOf(entries: readonly BilledEntryLeft[]): bigint {
  return entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
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
