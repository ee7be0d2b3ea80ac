import type { Tx } from '@countersign/db/connect'
import { dunningPauses, invoices, invoiceSendings } from '@countersign/db/tables/billing'
import { staff } from '@countersign/db/tables/people'
import { provider } from '@countersign/db/tables/provider'
import { invoiceStates } from '@countersign/db/views/invoices'
import { nextDunning } from '@countersign/domain/invoicing/dunning'
import { and, asc, eq, gt } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/**
 * What was sent to remind of an invoice, what goes out next and when, and whether that is paused, by whom and why; null
 * where there is no such invoice.
 */
export async function dunningOf(tx: Tx, invoiceId: string) {
  const [row] = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      dueOn: invoices.dueOn,
      currency: invoices.currency,
      openMinor: invoiceStates.openMinor,
      note: dunningPauses.note,
      pausedAt: dunningPauses.pausedAt,
      pausedBy: staff.name,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .leftJoin(dunningPauses, eq(dunningPauses.invoiceId, invoices.id))
    .leftJoin(staff, eq(staff.id, dunningPauses.pausedBy))
    .where(eq(invoices.id, invoiceId))
  if (!row) return null
  const [sent, [terms]] = await Promise.all([
    tx
      .select({ level: invoiceSendings.level, at: invoiceSendings.sentAt, dueOn: invoiceSendings.dueOn })
      .from(invoiceSendings)
      .where(and(eq(invoiceSendings.invoiceId, invoiceId), gt(invoiceSendings.level, 0)))
      .orderBy(asc(invoiceSendings.level)),
    tx
      .select({
        days: provider.dunningDays,
        feesMinor: provider.dunningFeesMinor,
        currency: provider.currency,
      })
      .from(provider),
  ])
  const { id, number, dueOn, currency, openMinor, note, pausedAt, pausedBy } = row
  const last = sent.at(-1) ?? null
  // Fees are in our currency; an invoice in another one is reminded without.
  const own = terms && { ...terms, feesMinor: terms.currency === currency ? terms.feesMinor : [] }
  const next = own ? nextDunning({ dueOn, openMinor, isPaused: pausedAt !== null, last }, own) : null
  return {
    id,
    number,
    dueOn,
    open: moneyText(openMinor, currency),
    sent: sent.map(({ at, ...sending }) => ({ ...sending, at: at.toISOString() })),
    next: next && { level: next.level, on: next.on, fee: moneyText(next.feeMinor, currency) },
    pause: pausedAt ? { note: note ?? '', by: pausedBy ?? '', at: pausedAt.toISOString() } : null,
  }
}
