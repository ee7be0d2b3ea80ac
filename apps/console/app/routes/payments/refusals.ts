import type { StaffActor } from '@countersign/db/connect'
import { createFormat, type MoneyText } from '@countersign/ui/i18n/format'
import { moneyMessages } from '../../messages/money'

/** Why a payment was not recorded, with what is open of the invoice. */
export function paymentRefusals(
  { locale, timeZone }: StaffActor,
  { open, issuedOn }: { open: MoneyText; issuedOn: string },
) {
  const words = moneyMessages(locale).payment.refusals
  const format = createFormat(locale, timeZone)
  return {
    ...words,
    'above-open': words['above-open'](format.amount(open)),
    'before-invoice': words['before-invoice'](format.date(issuedOn)),
    'paid-meanwhile': words['paid-meanwhile'](format.amount(open)),
  }
}
