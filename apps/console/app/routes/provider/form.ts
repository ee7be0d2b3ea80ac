import { amount, checkbox, choice, email, integer, list, optional, shortText } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { countryField } from '../../country-field'
import { currencies } from '../../currencies'

const levels = 3

/** Fees and the limit are in our own currency. */
export function providerForm({ currency, locale }: { currency: string; locale: Locale }) {
  return z.strictObject({
    name: shortText(160),
    street: shortText(120, 0),
    postalCode: shortText(20, 0),
    town: shortText(80, 0),
    country: countryField(),
    vatId: shortText(40, 0),
    taxNumber: shortText(40, 0),
    registration: shortText(80, 0),
    iban: shortText(42, 0),
    bic: shortText(11, 0),
    contactName: shortText(120, 0),
    contactEmail: optional(email()),
    contactPhone: shortText(40, 0),
    currency: choice(currencies),
    dunningDays: list(integer(1, 365), levels, levels),
    dunningFees: list(amount(currency, { locale, minMinor: 0n, maxMinor: 100_000n }), levels, levels),
    lineManagerReleases: checkbox(),
    reviewFrom: optional(amount(currency, { locale, minMinor: 0n })),
  })
}
