import type { LocalDate } from '@countersign/domain/calendar-day'
import { amount, localDate, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

type Asked = { currency: string; locale: Locale; today: LocalDate }

export function writeOffForm({ currency, locale, today }: Asked) {
  return z.strictObject({
    amount: amount(currency, { locale }),
    writtenOffOn: localDate({ to: today }),
    reason: shortText(200),
  })
}
