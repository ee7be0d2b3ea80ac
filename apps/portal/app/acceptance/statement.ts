import type { DecisionOutcome } from '@countersign/domain/acceptance'
import { createFormat } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { acceptanceMessages } from '../messages/acceptance'

type Signed = {
  signatoryName: string
  customerName: string
  deliverableCode: string
  deliverableName: string
  version: number
  valueMinor: bigint
  currency: string
  digest: string
}

/** The exact words that a signatory agrees to, in that person's language: shown before, recorded after. */
export function decisionStatement(outcome: DecisionOutcome, locale: Locale, signed: Signed): string {
  const t = acceptanceMessages(locale)
  const facts = {
    name: signed.signatoryName,
    customer: signed.customerName,
    code: signed.deliverableCode,
    deliverable: signed.deliverableName,
    version: signed.version,
    value:
      signed.valueMinor > 0n ? createFormat(locale, 'UTC').money(signed.valueMinor, signed.currency) : null,
    digest: signed.digest,
  }
  return outcome === 'accepted' ? t.acceptStatement(facts) : t.rejectStatement(facts)
}
