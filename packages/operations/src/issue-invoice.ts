import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceLines, invoices, invoiceSeries } from '@countersign/db/tables/billing'
import { contracts } from '@countersign/db/tables/contract'
import { projects } from '@countersign/db/tables/projects'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { invoiceNumber, whyNotInvoiceable } from '@countersign/domain/billing'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { taxOn } from '@countersign/domain/money'
import { eq, inArray, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { enqueue } from './enqueue'
import { brokenConstraint, refused } from './result'

type InvoiceDraft = { billingMilestoneIds: string[]; issuedOn: LocalDate; by: StaffActor }

/**
 * Bills what is released of milestones of one project and not billed yet. The number is taken from the series' own row, which stays locked until
 * commit: no gap and no double, however many people issue at once. A milestone that somebody billed meanwhile is
 * refused by the database, which lets one after the other look.
 */
export async function issueInvoice(tx: Tx, { billingMilestoneIds, issuedOn, by }: InvoiceDraft) {
  const milestones =
    billingMilestoneIds.length === 0
      ? []
      : await tx
          .select()
          .from(billingMilestoneStates)
          .where(inArray(billingMilestoneStates.billingMilestoneId, billingMilestoneIds))
          .orderBy(billingMilestoneStates.position)
  if (milestones.length !== new Set(billingMilestoneIds).size) return refused('no-such-milestone')
  const why = whyNotInvoiceable(milestones)
  if (why) return refused(why)
  const projectId = milestones[0]!.projectId
  const [terms] = await tx
    .select({
      customerId: projects.customerId,
      currency: contracts.currency,
      taxBasisPoints: contracts.taxBasisPoints,
      paymentTermDays: contracts.paymentTermDays,
    })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .where(eq(contracts.projectId, projectId))
  const { paymentTermDays, ...rest } = terms!
  const lines = milestones.map(({ billingMilestoneId, name, releasedMinor, billedMinor }) => ({
    billingMilestoneId,
    description: name,
    amountMinor: releasedMinor - billedMinor,
  }))
  const netMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  const taxMinor = taxOn(netMinor, rest.taxBasisPoints)

  try {
    return await tx.transaction(async (inner) => {
      const series = issuedOn.slice(0, 4)
      const sequence = await nextNumber(inner, series)
      const invoiceId = randomUUID()
      const number = invoiceNumber(series, sequence)
      await inner.insert(invoices).values({
        id: invoiceId,
        projectId,
        ...rest,
        series,
        sequence,
        number,
        issuedOn,
        dueOn: addDays(issuedOn, paymentTermDays),
        netMinor,
        taxMinor,
        grossMinor: netMinor + taxMinor,
        issuedBy: by.staffId,
      })
      await inner.insert(invoiceLines).values(lines.map((line) => ({ projectId, invoiceId, ...line })))
      await enqueue(inner, 'after-invoice', { invoiceId }, `invoice ${invoiceId}`)
      return { ok: true as const, invoiceId, number }
    })
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'invoice_lines_once') return refused('already-invoiced')
    if (broken === 'billing_milestone_is_billable') return refused('not-billable')
    throw error
  }
}

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
