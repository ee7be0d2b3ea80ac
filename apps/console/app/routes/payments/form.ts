import { amount, localDate, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export function paymentForm(currency: string, locale: Locale) {
  return z.strictObject({
    amount: amount(currency, { locale }),
    receivedOn: localDate(),
    reference: shortText(140, 0),
  })
}
