/** Of one order, in its currency: what was ordered, what came of it, what was invoiced of that (net). */
export type OrderSums = { orderedMinor: bigint; receivedMinor: bigint; invoicedMinor: bigint }

export type OrderState = 'ordered' | 'partly-received' | 'received' | 'invoiced' | 'closed'

export function orderState(
  { orderedMinor, receivedMinor, invoicedMinor }: OrderSums,
  isClosed: boolean,
): OrderState {
  if (invoicedMinor === orderedMinor) return 'invoiced'
  if (isClosed) return 'closed'
  if (receivedMinor === orderedMinor) return 'received'
  return receivedMinor > 0n ? 'partly-received' : 'ordered'
}

/** What we are bound to and were not invoiced yet: of an open order all that was ordered, of a closed one what came. */
export function committedMinor(sums: OrderSums, isClosed: boolean): bigint {
  return (isClosed ? sums.receivedMinor : sums.orderedMinor) - sums.invoicedMinor
}

/** What a vendor may still invoice: received and not invoiced. */
export function openToInvoiceMinor({ receivedMinor, invoicedMinor }: OrderSums): bigint {
  return receivedMinor - invoicedMinor
}

export type VendorInvoiceState = 'waiting' | 'approved' | 'paid'

export function vendorInvoiceState(invoice: { approvedAt: unknown; paidOn: unknown }): VendorInvoiceState {
  if (invoice.paidOn) return 'paid'
  return invoice.approvedAt ? 'approved' : 'waiting'
}
