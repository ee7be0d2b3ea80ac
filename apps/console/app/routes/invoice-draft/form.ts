import { taxCategories } from '@countersign/domain/invoicing/invoice-taxes'
import { amount, choice, list, localDate, optional, shortText, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

const mostLines = 500

export function draftForm({ currency, locale }: { currency: string; locale: Locale }) {
  return z.strictObject({
    descriptions: list(shortText(400), mostLines, 1),
    taxCategory: choice(taxCategories),
    exemptionReason: shortText(200, 0),
    customerOrderId: optional(uuid()),
    periodFromOn: optional(localDate()),
    periodToOn: optional(localDate()),
    prepaid: optional(amount(currency, { locale, minMinor: 0n })),
  })
}
