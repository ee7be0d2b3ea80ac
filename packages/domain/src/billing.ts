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
  invoice: { grossMinor: bigint; paidMinor: bigint },
): PaymentRefusal | null {
  const openMinor = invoice.grossMinor - invoice.paidMinor
  if (payment.amountMinor <= 0n) return { why: 'not-positive' }
  return payment.amountMinor > openMinor ? { why: 'above-open', openMinor } : null
}

/** Invoice numbers are read by people and never reused: series, then a gap-free sequence, as in 2026-00017. */
export function invoiceNumber(series: string, sequence: number): string {
  return `${series}-${String(sequence).padStart(5, '0')}`
}

export type InvoiceState = 'paid' | 'open' | 'overdue'

/** An invoice is paid when its gross amount has come in, and overdue from the day after its due day until then. */
export function invoiceState(
  invoice: { dueOn: LocalDate; grossMinor: bigint; paidMinor: bigint },
  today: LocalDate,
): InvoiceState {
  if (invoice.paidMinor >= invoice.grossMinor) return 'paid'
  return invoice.dueOn < today ? 'overdue' : 'open'
}
