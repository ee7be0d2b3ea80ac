import type { StaffActor, Tx } from '@countersign/db/connect'
import { whyNotARefund } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { bookOnInvoice } from './book-on-invoice'

type Refund = {
  invoiceId: string
  amountMinor: bigint
  paidBackOn: LocalDate
  reference: string
  by: StaffActor
}

/**
 * Records that we paid money back of an invoice for which too much had come in, at most that much: a payment below zero,
 * so that whatever sums payments sums it too. The database settles two refunds at once.
 */
export function recordRefund(tx: Tx, { paidBackOn, ...refund }: Refund) {
  return bookOnInvoice(
    tx,
    { ...refund, on: paidBackOn, direction: 'back', flawOf: whyNotARefund },
    { settledBy: 'refund_within_overpaid', overtaken: 'paid-back-meanwhile' },
  )
}
