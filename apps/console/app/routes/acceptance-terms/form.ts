import { amount, choice, integer, longText, optional, shortText } from '@countersign/http/fields'
import type { AcceptanceAgreement } from '@countersign/domain/acceptance-terms'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

const MOST_REMINDERS = 10

/** '5, 2': so many business days before the last, the earliest first. */
const reminderDays = shortText(60, 0).transform((text, context) => {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const why = parts.some((part) => !/^\d{1,3}$/.test(part))
    ? 'not-a-whole-number'
    : parts.length > MOST_REMINDERS
      ? 'too-many'
      : null
  if (why) context.addIssue({ code: 'custom', message: why })
  return [...new Set(parts.map(Number))].sort((a, b) => b - a)
})

export function acceptanceForm(locale: Locale) {
  return z.strictObject({
    clause: longText(4000),
    days: optional(integer(1, 365)),
    firstDay: choice(['submission-day', 'next-business-day']),
    deemedClause: longText(4000),
    reminderDays,
    warningDays: integer(1, 60),
    // A share has two decimals, as most currencies have: 80 % is 80.00, which is 8000 basis points.
    share: amount('EUR', { locale, minMinor: 0n, maxMinor: 10_000n }),
    signingOrder: choice(['parallel', 'sequence']),
    warrantyMonths: integer(0, 240),
  })
}

/** The form as the operation takes it. */
export function agreedIn({
  share,
  deemedClause,
  ...rest
}: z.output<ReturnType<typeof acceptanceForm>>): AcceptanceAgreement {
  return {
    ...rest,
    deemedClause: deemedClause === '' ? null : deemedClause,
    reservationBasisPoints: Number(share),
  }
}
