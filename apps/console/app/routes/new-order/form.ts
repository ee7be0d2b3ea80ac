import type { LocalDate } from '@countersign/domain/calendar-day'
import { amount, choice, list, localDate, optional, shortText, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../../currencies'

/** The fields of a line that say that the row was filled. */
export const filledLine = { lines: ['description', 'amount'] } as const

export function orderForm({
  currency,
  locale,
  today,
}: {
  currency: Currency
  locale: Locale
  today: LocalDate
}) {
  return z.strictObject({
    vendorId: uuid(),
    title: shortText(160),
    taskId: optional(uuid()),
    currency: choice(currencies),
    orderedOn: localDate({ to: today }),
    deliverOn: optional(localDate()),
    lines: list(
      z.strictObject({
        description: shortText(200),
        amount: amount(currency, { locale, maxMinor: 10n ** 12n }),
      }),
      50,
    ),
  })
}
