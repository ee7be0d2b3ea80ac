import type { LocalDate } from '@countersign/domain/calendar-day'
import { amount, localDate, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

type Asked = { currency: string; locale: Locale; today: LocalDate }

export function vendorInvoiceForm({ currency, locale, today }: Asked) {
  return z.strictObject({
    number: shortText(60),
    invoicedOn: localDate({ to: today }),
    dueOn: localDate(),
    net: amount(currency, { locale }),
    tax: amount(currency, { locale, minMinor: 0n }),
  })
}
