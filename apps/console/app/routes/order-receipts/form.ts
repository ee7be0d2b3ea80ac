import type { LocalDate } from '@countersign/domain/calendar-day'
import { amount, localDate, shortText, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

type Asked = { currency: string; locale: Locale; today: LocalDate }

export function receiptForm({ currency, locale, today }: Asked) {
  return z.strictObject({
    intent: z.literal('record'),
    lineId: uuid(),
    amount: amount(currency, { locale }),
    receivedOn: localDate({ to: today }),
    note: shortText(200, 0),
  })
}

export const takeBackForm = z.strictObject({ intent: z.literal('take-back'), receiptId: uuid() })
