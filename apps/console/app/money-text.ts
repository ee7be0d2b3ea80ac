import type { MoneyText } from '@countersign/ui/i18n/format'

/** Money as it goes to JSON, which has no bigint. */
export function moneyText(minor: bigint, currency: string): MoneyText {
  return { minor: String(minor), currency }
}
