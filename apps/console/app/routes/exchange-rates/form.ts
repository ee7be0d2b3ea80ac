import { choice, localDate, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies } from '../../currencies'

/** A factor above nothing with at most 8 decimals, as decimal text: '1.065', in German '1,065'. */
function factor(locale: Locale) {
  return z.string({ error: 'required' }).transform((value, context): string => {
    const typed = value.trim()
    const plain = locale === 'de' ? typed.replace(',', '.') : typed
    const why = !typed
      ? 'required'
      : !/^\d{1,9}(\.\d{1,8})?$/.test(plain)
        ? 'not-a-number'
        : Number(plain) > 0
          ? null
          : 'too-small'
    if (why) context.addIssue({ code: 'custom', message: why })
    return plain
  })
}

export function exchangeForm(locale: Locale) {
  return z.strictObject({
    fromCurrency: choice(currencies),
    toCurrency: choice(currencies),
    rate: factor(locale),
    fromOn: localDate(),
    source: shortText(120, 0),
  })
}
