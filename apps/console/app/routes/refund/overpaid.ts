import type { MoneyText } from '@countersign/ui/i18n/format'

/** What came in too much of an invoice: nothing while something of it is open. */
export function overpaidOf(open: MoneyText): MoneyText {
  const minor = BigInt(open.minor)
  return { minor: String(minor < 0n ? -minor : 0n), currency: open.currency }
}
