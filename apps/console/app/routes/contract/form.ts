import {
  amount,
  choice,
  integer,
  list,
  localDate,
  optional,
  percent,
  shortText,
  uuid,
} from '@countersign/http/fields'
import {
  contractLineKinds,
  fixedPriceRecognitions,
  milestoneTriggers,
  recognitionOf,
} from '@countersign/domain/contract'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { currencies, type Currency } from '../../currencies'

/** Amounts are read in the contract's own currency, as the manager's language writes them. */
export function contractForm(locale: Locale, currency: Currency) {
  const line = z.strictObject({
    name: shortText(120),
    kind: choice(contractLineKinds),
    recognition: choice(fixedPriceRecognitions),
    amount: optional(amount(currency, { locale, minMinor: 0n })),
    startsOn: optional(localDate()),
    endsOn: optional(localDate()),
    periodMonths: optional(integer(1, 12)),
  })
  const milestone = z.strictObject({
    name: shortText(120),
    amount: amount(currency, { locale }),
    dueOn: optional(localDate()),
    trigger: choice(milestoneTriggers),
    atPercent: optional(integer(1, 100)),
    line: optional(integer(1, 60)),
    /** By the deliverable's code, its id: what is ticked. */
    releasedBy: z.record(z.string(), uuid(), { error: 'invalid' }).optional(),
    /** The same for the final acceptance of what is accepted twice. */
    releasedFinally: z.record(z.string(), uuid(), { error: 'invalid' }).optional(),
  })
  return z.strictObject({
    reference: shortText(80, 0),
    currency: choice(currencies),
    tax: percent({ locale }),
    terms: integer(0, 365),
    signedOn: optional(localDate()),
    lines: list(line, 60),
    milestones: list(milestone, 60),
  })
}

export const contractRows = { lines: ['name', 'amount'], milestones: ['name', 'amount'] }

type ContractForm = z.output<ReturnType<typeof contractForm>>

/** The form as the operation takes it. */
export function termsOf({ tax, terms, lines, milestones, ...rest }: ContractForm) {
  return {
    ...rest,
    taxBasisPoints: tax,
    paymentTermDays: terms,
    lines: lines.map(({ amount: originalMinor, ...line }) => ({
      ...line,
      recognition: recognitionOf(line.kind, line.recognition),
      originalMinor: originalMinor ?? 0n,
    })),
    milestones: milestones.map(({ amount: amountMinor, line, ...milestone }) => ({
      ...milestone,
      amountMinor,
      line: line ?? 1,
      // A deliverable counts once, however often it was sent.
      releasedBy: [...new Set(Object.values(milestone.releasedBy ?? {}))],
      releasedFinally: [...new Set(Object.values(milestone.releasedFinally ?? {}))],
    })),
  }
}
