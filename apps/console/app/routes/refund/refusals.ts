import type { StaffActor } from '@countersign/db/connect'
import { createFormat, type MoneyText } from '@countersign/ui/i18n/format'
import { invoicingMessages } from '../../messages/invoicing'

/** Why a refund was not recorded, with what is to be paid back. */
export function refundRefusals({ locale, timeZone }: StaffActor, overpaid: MoneyText) {
  const words = invoicingMessages(locale).refundOf.refusals
  const most = createFormat(locale, timeZone).amount(overpaid)
  return {
    ...words,
    'above-overpaid': words['above-overpaid'](most),
    'paid-back-meanwhile': words['paid-back-meanwhile'](most),
  }
}
