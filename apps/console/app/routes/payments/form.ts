import type { LocalDate } from '@countersign/domain/calendar-day'
import { amount, localDate, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

/** Money that came in: until today. */
export function paymentForm({
  currency,
  locale,
  today,
}: {
  currency: string
  locale: Locale
  today: LocalDate
}) {
  return z.strictObject({
    amount: amount(currency, { locale }),
    receivedOn: localDate({ to: today }),
    reference: shortText(140, 0),
  })
}
