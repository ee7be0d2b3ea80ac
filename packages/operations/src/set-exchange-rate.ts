import type { StaffActor, Tx } from '@countersign/db/connect'
import { exchangeRates } from '@countersign/db/tables/rates'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { isCurrency } from '@countersign/domain/currency'
import { brokenConstraint, refused } from './result'

type ExchangeRate = {
  fromCurrency: string
  toCurrency: string
  /** How many of the second one of the first is worth, as decimal text with at most 8 decimals. */
  rate: string
  fromOn: LocalDate
  /** Where it was read, such as the European Central Bank. */
  source: string
  by: StaffActor
}

/** What a currency is worth in another from a day on, until the next rate. One a day. */
export async function setExchangeRate(tx: Tx, { by, ...rate }: ExchangeRate) {
  if (!isCurrency(rate.fromCurrency) || !isCurrency(rate.toCurrency)) return refused('no-such-currency')
  if (rate.fromCurrency === rate.toCurrency) return refused('one-currency')
  try {
    await tx.transaction((inner) => inner.insert(exchangeRates).values({ ...rate, recordedBy: by.staffId }))
    return { ok: true as const }
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'exchange_rates_one_per_day') return refused('rate-exists')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
}
