import type { LocalDate } from './calendar-day'

export type BillingState = 'not-yet' | 'billable' | 'invoiced' | 'paid'
export type InvoiceRefusal = 'nothing-chosen' | 'not-billable' | 'already-invoiced' | 'several-projects'

/** An invoice bills milestones of one project, each released by acceptance and not billed before. */
export function whyNotInvoiceable(
  milestones: { projectId: string; state: BillingState }[],
): InvoiceRefusal | null {
  if (milestones.length === 0) return 'nothing-chosen'
  if (new Set(milestones.map(({ projectId }) => projectId)).size > 1) return 'several-projects'
  if (milestones.some(({ state }) => state === 'not-yet')) return 'not-billable'
  if (milestones.some(({ state }) => state !== 'billable')) return 'already-invoiced'
  return null
}

export type PaymentRefusal = { why: 'not-positive' } | { why: 'above-open'; openMinor: bigint }

/** A payment is more than nothing and at most what is open; amounts in minor units of the invoice's currency. */
export function whyNotAPayment(
  payment: { amountMinor: bigint },
  { openMinor }: { openMinor: bigint },
): PaymentRefusal | null {
  if (payment.amountMinor <= 0n) return { why: 'not-positive' }
  return payment.amountMinor > openMinor ? { why: 'above-open', openMinor } : null
}

export type RefundRefusal =
  { why: 'not-positive' | 'nothing-overpaid' } | { why: 'above-overpaid'; overpaidMinor: bigint }

/** Money is paid back of what came in too much: where a credit note lowered an invoice that was paid already. */
export function whyNotARefund(
  refund: { amountMinor: bigint },
  { openMinor }: { openMinor: bigint },
): RefundRefusal | null {
  if (openMinor >= 0n) return { why: 'nothing-overpaid' }
  if (refund.amountMinor <= 0n) return { why: 'not-positive' }
  return refund.amountMinor > -openMinor ? { why: 'above-overpaid', overpaidMinor: -openMinor } : null
}

/** Invoice numbers are read by people and never reused: series, then a gap-free sequence, as in 2026-00017. */
export function invoiceNumber(series: string, sequence: number): string {
  return `${series}-${String(sequence).padStart(5, '0')}`
}

export type InvoiceState = 'paid' | 'open' | 'overdue' | 'credited' | 'written-off' | 'credit-note'

/**
 * An invoice is settled when nothing of it is open: paid, unless a credit note took all of it back or the rest was
 * written off. Until then it is overdue from the day after its due day on. A credit note has nothing open.
 */
export function invoiceState(
  invoice: {
    kind?: 'invoice' | 'credit-note'
    dueOn: LocalDate
    grossMinor: bigint
    paidMinor: bigint
    creditedMinor?: bigint
    writtenOffMinor?: bigint
  },
  today: LocalDate,
): InvoiceState {
  const { kind, grossMinor, paidMinor, creditedMinor = 0n, writtenOffMinor = 0n } = invoice
  if (kind === 'credit-note') return 'credit-note'
  if (paidMinor + creditedMinor + writtenOffMinor < grossMinor)
    return invoice.dueOn < today ? 'overdue' : 'open'
  if (creditedMinor >= grossMinor && grossMinor > 0n) return 'credited'
  return writtenOffMinor > 0n ? 'written-off' : 'paid'
}
