import { amount, checkbox, choice, longText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const expenseCorrectionForm = (currency: string, locale: Locale) =>
  z.strictObject({
    outcome: choice(['nothing', 'instead']),
    gross: amount(currency, { locale }),
    tax: amount(currency, { locale, minMinor: 0n }),
    isBillable: checkbox(),
    reason: longText(500, 1),
  })
