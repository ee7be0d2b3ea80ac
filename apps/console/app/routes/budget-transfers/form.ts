import { amount, longText, optional, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export function transferForm(currency: string, locale: Locale) {
  return z.strictObject({
    from: uuid(),
    to: uuid(),
    amount: amount(currency, { locale }),
    risk: optional(uuid()),
    reason: longText(500, 1),
  })
}
