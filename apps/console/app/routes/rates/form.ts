import { amount, choice, localDate, optional, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../../currencies'

/** The empty role is the select's invitation to choose one. */
export function jobRoleOf(jobRoles: readonly string[]) {
  return choice(['', ...jobRoles]).refine((role) => role !== '', { error: 'required' })
}

/** The first day of a rate and its last, if it has one. */
export const period = { fromOn: localDate(), toOn: optional(localDate()) }

/** The rate's amounts are read in its currency. */
export function rateForm(jobRoles: string[], currency: Currency, locale: Locale) {
  const hour = amount(currency, { locale, maxMinor: 10n ** 9n })
  return z.strictObject({
    jobRole: jobRoleOf(jobRoles),
    staffId: optional(uuid()),
    currency: choice(currencies),
    hour,
    overtimeHour: optional(hour),
    ...period,
  })
}
