import { parseAmount } from '@countersign/domain/money'
import type { FieldError } from '@countersign/http/messages-en'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

/** Planned hours that a person typed ('7.5', in German '7,5'), in minutes. */
export function effort(locale: Locale, maxHours: number) {
  return z.string({ error: 'required' }).transform((value, context): number => {
    const typed = value.trim()
    // Hundredths of an hour are read as a currency with two decimals is.
    const hundredths = parseAmount(typed, 'EUR', locale)
    const why: FieldError | null = !typed
      ? 'required'
      : hundredths === null
        ? 'not-an-amount'
        : hundredths > BigInt(maxHours * 100)
          ? 'too-large'
          : null
    if (why) context.addIssue({ code: 'custom', message: why })
    return Math.round((Number(hundredths ?? 0n) * 60) / 100)
  })
}
