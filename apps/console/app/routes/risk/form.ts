import { riskKinds, riskStates } from '@countersign/domain/risk'
import {
  amount,
  choice,
  integer,
  localDate,
  longText,
  optional,
  shortText,
  uuid,
} from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

const words = (currency: string, locale: Locale) => ({
  title: shortText(200),
  response: longText(1000),
  probabilityPercent: integer(0, 100),
  impactMinor: amount(currency, { locale, minMinor: 0n }),
  ownerId: uuid(),
  reviewOn: optional(localDate()),
})

export function newRiskForm(currency: string, locale: Locale) {
  return z.strictObject({ kind: choice(riskKinds), ...words(currency, locale) })
}

/** A kind stays; what becomes of the risk is said instead. */
export function riskForm(currency: string, locale: Locale) {
  return z.strictObject({ state: choice(riskStates), ...words(currency, locale) })
}
