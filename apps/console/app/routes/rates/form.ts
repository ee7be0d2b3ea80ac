import { amount, choice, localDate } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../../currencies'

/** The rate's amount is read in its currency. The empty role is the select's invitation to choose one. */
export function rateForm(jobRoles: string[], currency: Currency, locale: Locale) {
  return z.strictObject({
    jobRole: choice(['', ...jobRoles]).refine((role) => role !== '', { error: 'required' }),
    currency: choice(currencies),
    hour: amount(currency, { locale, maxMinor: 10n ** 9n }),
    fromOn: localDate(),
  })
}
