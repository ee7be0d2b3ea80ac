import { amount, checkbox, list, optional, shortText, uuid } from '@countersign/http/fields'
import type { LineCredit } from '@countersign/operations/credit-invoice'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import type { CreditableInvoice } from './queries.server'

const mostLines = 500
const mostHours = 1500

export function creditForm({ currency, locale }: { currency: string; locale: Locale }) {
  return z.strictObject({
    whole: checkbox(),
    reason: shortText(200),
    lines: list(
      z.strictObject({ id: uuid(), amount: optional(amount(currency, { locale, minMinor: 0n })) }),
      mostLines,
    ),
    hours: list(uuid(), mostHours),
  })
}

type Submitted = { whole: boolean; lines: { id: string; amount: bigint | null }[]; hours: string[] }

/** A line of which hours are chosen and an amount is typed says two things at once: its number in the form, else null. */
export function saidTwice({ whole, lines, hours }: Submitted, invoice: CreditableInvoice): number | null {
  if (whole) return null
  const index = lines.findIndex(({ id, amount: typed }) => typed && hoursOf(invoice, id, hours).length > 0)
  return index === -1 ? null : index
}

/** What is credited of which line: amounts are typed above zero, and a line that takes off is credited below it. */
export function creditsOf({ whole, lines, hours }: Submitted, invoice: CreditableInvoice): LineCredit[] {
  if (whole) return invoice.lines.map(({ id, left }) => ({ lineId: id, amountMinor: BigInt(left.minor) }))
  return lines.flatMap(({ id, amount: typed }): LineCredit[] => {
    const entryIds = hoursOf(invoice, id, hours)
    if (entryIds.length > 0) return [{ lineId: id, entryIds }]
    const line = invoice.lines.find((each) => each.id === id)
    if (!typed) return []
    return [{ lineId: id, amountMinor: line?.left.minor.startsWith('-') ? -typed : typed }]
  })
}

function hoursOf(invoice: CreditableInvoice, lineId: string, chosen: readonly string[]): string[] {
  const line = invoice.lines.find(({ id }) => id === lineId)
  return line?.hours.map(({ id }) => id).filter((id) => chosen.includes(id)) ?? []
}
