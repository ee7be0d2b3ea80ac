import type { StaffActor } from '@countersign/db/connect'
import { createFormat } from '@countersign/ui/i18n/format'
import { buyingMessages } from '../../messages/buying'

/** Why a receipt was not recorded or taken back, with what is still to come of the line. */
export function receiptRefusals({ locale, timeZone }: StaffActor, currency: string, openMinor: bigint) {
  const words = buyingMessages(locale).receipt.refusals
  const open = createFormat(locale, timeZone).money(openMinor, currency)
  return { ...words, 'above-ordered': words['above-ordered'](open) }
}
