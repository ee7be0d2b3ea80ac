import { amount, optional, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { jobRoleOf, period } from '../rates/form'

/** Amounts are read in the currency of the contract; nothing may be asked for an hour, too. */
export function billRateForm(jobRoles: string[], currency: string, locale: Locale) {
  const hour = amount(currency, { locale, minMinor: 0n, maxMinor: 10n ** 9n })
  return z.strictObject({
    projectId: uuid(),
    jobRole: jobRoleOf(jobRoles),
    hour,
    overtimeHour: optional(hour),
    ...period,
  })
}
