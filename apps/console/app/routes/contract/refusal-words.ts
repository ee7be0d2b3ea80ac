import type { Format } from '@countersign/ui/i18n/format'
import type { DeliveryMessages } from '../../messages/delivery-en'

type Flaw = { why: string; differenceMinor?: bigint; name?: string }

/** Words for every refusal of a contract; those with a difference or a milestone name it. */
export function refusalWords(
  words: DeliveryMessages['contract'],
  format: Format,
  { differenceMinor = 0n, name = '' }: Flaw,
  currency: string,
) {
  const size = format.money(differenceMinor < 0n ? -differenceMinor : differenceMinor, currency)
  return {
    ...words.refusals,
    'does-not-sum': differenceMinor > 0n ? words.tooMuch(size) : words.tooLittle(size),
    'amount-not-positive': words.amountNotPositive(name),
    'released-by-nothing': words.releasedByNothing(name),
  }
}
