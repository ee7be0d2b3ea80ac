import { minorDigits } from '@countersign/domain/money'
import type { Locale } from '@countersign/ui/i18n/locale'

/** An amount as a person of this language would type it into a field: '1250.00', in German '1250,00'. */
export function amountInput(minor: bigint | string, currency: string, locale: Locale): string {
  const digits = minorDigits(currency)
  const text = String(minor).padStart(digits + 1, '0')
  if (digits === 0) return text
  return `${text.slice(0, -digits)}${locale === 'de' ? ',' : '.'}${text.slice(-digits)}`
}
