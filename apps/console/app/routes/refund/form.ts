import type { LocalDate } from '@countersign/domain/calendar-day'
import { amount, localDate, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

/** Money that went back to the customer: until today. */
export function refundForm({
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
    paidBackOn: localDate({ to: today }),
    reference: shortText(140, 0),
  })
}
