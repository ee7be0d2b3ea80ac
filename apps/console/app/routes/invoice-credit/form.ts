import { amount, checkbox, list, optional, shortText, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import type { CreditableInvoice } from './queries.server'

const mostLines = 500

export function creditForm({ currency, locale }: { currency: string; locale: Locale }) {
  return z.strictObject({
    whole: checkbox(),
    reason: shortText(200),
    lines: list(
      z.strictObject({ id: uuid(), amount: optional(amount(currency, { locale, minMinor: 0n })) }),
      mostLines,
    ),
  })
}

type Submitted = { whole: boolean; lines: { id: string; amount: bigint | null }[] }

/** What is credited of which line: amounts are typed above zero, and a line that takes off is credited below it. */
export function creditsOf({ whole, lines }: Submitted, invoice: CreditableInvoice) {
  if (whole) return invoice.lines.map(({ id, left }) => ({ lineId: id, amountMinor: BigInt(left.minor) }))
  return lines.flatMap(({ id, amount: typed }) => {
    const line = invoice.lines.find((each) => each.id === id)
    if (!typed) return []
    return [{ lineId: id, amountMinor: line?.left.minor.startsWith('-') ? -typed : typed }]
  })
}
