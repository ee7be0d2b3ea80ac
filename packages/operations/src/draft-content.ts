import type { Tx } from '@countersign/db/connect'
import { unbilledTime } from '@countersign/db/tables/billing'
import { addDays, addMonths, type LocalDate } from '@countersign/domain/calendar-day'
import type { DraftLine, InvoiceDraft } from '@countersign/domain/invoicing/invoice-draft'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { BillableItem } from './billable-items'
import { dayWords, invoiceLineWords, monthWords } from './invoice-line-words'

type Terms = { taxBasisPoints: number; locale: 'en' | 'de' }

/**
 * The draft that bills these items: one line each; hours of a capped line that are above what is left of its cap get a
 * line that takes the rest down again. Which hours a line bills is settled here, so that those approved later wait.
 */
export async function draftOf(
  tx: Tx,
  items: readonly BillableItem[],
  { taxBasisPoints, locale }: Terms,
): Promise<InvoiceDraft> {
  const words = invoiceLineWords[locale]
  const tax = { taxCategory: taxBasisPoints > 0 ? ('S' as const) : ('Z' as const), taxBasisPoints }
  const lines: DraftLine[] = []
  const left = new Map<string, bigint>()
  for (const item of items) {
    const line = { ...emptyLine, ...tax, source: item.source, amountMinor: item.amountMinor }
    switch (item.source) {
      case 'milestone':
        lines.push({
          ...line,
          billingMilestoneId: item.billingMilestoneId,
          contractLineId: item.contractLineId,
          description: item.description,
        })
        break
      case 'deposit-set-off':
        lines.push({
          ...line,
          billingMilestoneId: item.billingMilestoneId,
          description: words.setOff(`${item.description} (${item.invoiceNumber})`),
          quantityThousandths: -1000n,
        })
        break
      case 'retainer':
        lines.push({
          ...line,
          contractLineId: item.contractLineId,
          periodOn: item.fromOn,
          description: words.retainer(
            item.lineName,
            dayWords(locale, item.fromOn),
            dayWords(locale, item.toOn),
          ),
        })
        break
      case 'expense':
        lines.push({
          ...line,
          contractLineId: item.contractLineId,
          description: `${item.description}, ${dayWords(locale, item.on)}`,
          entries: [{ id: item.expenseId, amountMinor: item.amountMinor }],
        })
        break
      case 'vendor':
        lines.push({
          ...line,
          description: item.description,
          entries: [{ id: item.vendorInvoiceId, amountMinor: item.amountMinor }],
        })
        break
      case 'time': {
        const hours = await unbilledHours(tx, item)
        const amountMinor = hours.reduce((sum, entry) => sum + entry.amountMinor, 0n)
        lines.push({
          ...line,
          contractLineId: item.contractLineId,
          periodOn: item.monthOn,
          description: words.hours(item.lineName, monthWords(locale, item.monthOn)),
          unit: 'HUR',
          quantityThousandths: thousandthsOfHours(hours.reduce((sum, { minutes }) => sum + minutes, 0)),
          amountMinor,
          entries: hours.map(({ id, amountMinor: worth }) => ({ id, amountMinor: worth })),
        })
        if (item.capLeftMinor === null) break
        const leftMinor = left.get(item.contractLineId) ?? item.capLeftMinor
        const above = amountMinor - (leftMinor > 0n ? leftMinor : 0n)
        left.set(item.contractLineId, leftMinor - (above > 0n ? amountMinor - above : amountMinor))
        if (above > 0n)
          lines.push({
            ...line,
            source: 'write-down',
            contractLineId: item.contractLineId,
            periodOn: item.monthOn,
            description: words.writeDown(item.lineName),
            quantityThousandths: -1000n,
            amountMinor: -above,
          })
      }
    }
  }
  return {
    lines,
    customerOrderId: null,
    exemptionReason: '',
    ...periodOf(items),
    prepaidMinor: 0n,
  }
}

const emptyLine = {
  billingMilestoneId: null,
  contractLineId: null,
  periodOn: null,
  quantityThousandths: 1000n,
  unit: 'C62' as const,
  entries: [],
}

async function unbilledHours(tx: Tx, { contractLineId, monthOn }: BillableItem & { source: 'time' }) {
  const rows = await tx
    .select({
      id: unbilledTime.timeEntryId,
      amountMinor: unbilledTime.billMinor,
      minutes: unbilledTime.minutes,
    })
    .from(unbilledTime)
    .where(
      and(
        eq(unbilledTime.contractLineId, contractLineId),
        eq(unbilledTime.monthOn, monthOn),
        isNotNull(unbilledTime.billMinor),
      ),
    )
    .orderBy(asc(unbilledTime.timeEntryId))
  return rows.map((row) => ({ ...row, amountMinor: row.amountMinor! }))
}

/** Minutes as hours in thousandths, as an invoice says them. */
export function thousandthsOfHours(minutes: number): bigint {
  return BigInt(Math.round((minutes * 1000) / 60))
}

/** From the first day that something was delivered on to the last, where the items say so. */
function periodOf(items: readonly BillableItem[]) {
  const days = items.flatMap((item): LocalDate[] => {
    switch (item.source) {
      case 'milestone':
        return item.releasedOn ? [item.releasedOn] : []
      case 'time':
        return [item.monthOn, addDays(addMonths(item.monthOn, 1), -1)]
      case 'retainer':
        return [item.fromOn, item.toOn]
      case 'expense':
      case 'vendor':
        return [item.on]
      case 'deposit-set-off':
        return []
    }
  })
  const sorted = days.sort()
  return { periodFromOn: sorted[0] ?? null, periodToOn: sorted.at(-1) ?? null }
}
