import { amount, choice, integer, list, localDate, optional, shortText, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../../currencies'

/** Amounts are read in the contract's own currency, as the manager's language writes them. */
export function contractForm(locale: Locale, currency: Currency) {
  const milestone = z.strictObject({
    name: shortText(120),
    amount: amount(currency, { locale }),
    dueOn: optional(localDate()),
    /** By the deliverable's code, its id: what is ticked. */
    releasedBy: z.record(z.string(), uuid(), { error: 'invalid' }).optional(),
    /** The same for the final acceptance of what is accepted twice. */
    releasedFinally: z.record(z.string(), uuid(), { error: 'invalid' }).optional(),
  })
  return z.strictObject({
    reference: shortText(80, 0),
    currency: choice(currencies),
    value: amount(currency, { locale }),
    // A rate has two decimals, as most currencies have: 19 % is 19.00, which is 1900 basis points.
    tax: amount('EUR', { locale, minMinor: 0n, maxMinor: 10_000n }),
    terms: integer(0, 365),
    signedOn: optional(localDate()),
    milestones: list(milestone, 60),
  })
}

export const contractRows = { milestones: ['name', 'amount'] }

type ContractForm = z.output<ReturnType<typeof contractForm>>

/** The form as the operation takes it. */
export function termsOf({ value, tax, terms, milestones, ...rest }: ContractForm) {
  return {
    ...rest,
    valueMinor: value,
    taxBasisPoints: Number(tax),
    paymentTermDays: terms,
    milestones: milestones.map(({ name, amount: amountMinor, dueOn, ...released }) => ({
      name,
      amountMinor,
      dueOn,
      // A deliverable counts once, however often it was sent.
      releasedBy: [...new Set(Object.values(released.releasedBy ?? {}))],
      releasedFinally: [...new Set(Object.values(released.releasedFinally ?? {}))],
    })),
  }
}
