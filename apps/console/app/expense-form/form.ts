import type { LocalDate } from '@countersign/domain/calendar-day'
import { expenseCategories } from '@countersign/domain/expense'
import { amount, checkbox, choice, isUuid, localDate, longText, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../currencies'

/** Amounts are read in their currency; what it is booked on is a project, or a project and one of its tasks. */
export function expenseForm({
  currency,
  locale,
  today,
}: {
  currency: Currency
  locale: Locale
  today: LocalDate
}) {
  return z.strictObject({
    bookOn: bookOn(),
    category: choice(expenseCategories),
    description: shortText(200),
    spentOn: localDate({ to: today }),
    currency: choice(currencies),
    gross: amount(currency, { locale, maxMinor: 10n ** 9n }),
    tax: amount(currency, { locale, minMinor: 0n, maxMinor: 10n ** 9n }),
    isBillable: checkbox(),
    overLimitReason: longText(500),
  })
}

export type ExpenseValue = z.output<ReturnType<typeof expenseForm>>

/** As an operation takes it. */
export function draftOf({ bookOn: [projectId, taskId], gross, tax, ...rest }: ExpenseValue) {
  return { ...rest, projectId: projectId!, taskId: taskId ?? null, grossMinor: gross, taxMinor: tax }
}

function bookOn() {
  return z.string({ error: 'required' }).transform((value, context) => {
    const parts = value.split('/')
    if (value === '') context.addIssue({ code: 'custom', message: 'required' })
    else if (parts.length > 2 || !parts.every(isUuid))
      context.addIssue({ code: 'custom', message: 'not-an-id' })
    return parts
  })
}
