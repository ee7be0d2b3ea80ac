import type { StaffActor, Tx } from '@countersign/db/connect'
import { whyNotAPayment } from '@countersign/domain/billing'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { bookOnInvoice } from './book-on-invoice'

type Payment = {
  invoiceId: string
  amountMinor: bigint
  receivedOn: LocalDate
  reference: string
  by: StaffActor
}

/** Records money received on an invoice, at most what is open; the database settles two payments at once. */
export function recordPayment(tx: Tx, { receivedOn, ...payment }: Payment) {
  return bookOnInvoice(
    tx,
    { ...payment, on: receivedOn, direction: 'in', flawOf: whyNotAPayment },
    { settledBy: 'payment_within_open_amount', overtaken: 'paid-meanwhile' },
  )
}
