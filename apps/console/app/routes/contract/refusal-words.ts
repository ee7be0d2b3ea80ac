import type { Format } from '@countersign/ui/i18n/format'
import type { ContractMessages } from '../../messages/contract-en'
import type { DeliveryMessages } from '../../messages/delivery-en'

type Flaw = { why: string; differenceMinor?: bigint; name?: string }

/** Words for every refusal of a contract; those with a difference, a line or a milestone name it. */
export function refusalWords(
  words: DeliveryMessages['contract'],
  { flaws, refusals }: ContractMessages,
  format: Format,
  { differenceMinor = 0n, name = '' }: Flaw,
  currency: string,
) {
  const size = format.money(differenceMinor < 0n ? -differenceMinor : differenceMinor, currency)
  return {
    ...words.refusals,
    ...refusals,
    'line-worth-nothing': flaws['line-worth-nothing'](name),
    'line-worth-something': flaws['line-worth-something'](name),
    'line-without-days': flaws['line-without-days'](name),
    'line-without-period': flaws['line-without-period'](name),
    'without-day': flaws['without-day'](name),
    'without-percent': flaws['without-percent'](name),
    'of-no-fixed-price': flaws['of-no-fixed-price'](name),
    'does-not-sum': differenceMinor > 0n ? flaws.tooMuch(name, size) : flaws.tooLittle(name, size),
    'amount-not-positive': words.amountNotPositive(name),
    'released-by-nothing': words.releasedByNothing(name),
  }
}
