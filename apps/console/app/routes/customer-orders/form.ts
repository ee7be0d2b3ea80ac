import { amount, localDate, optional, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export function orderForm(locale: Locale, currency: string) {
  return z.strictObject({
    number: shortText(80),
    value: amount(currency, { locale }),
    receivedOn: localDate(),
    validUntil: optional(localDate()),
  })
}
