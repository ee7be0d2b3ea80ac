import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { exchangeRates } from '@countersign/db/tables/rates'
import { asc, desc, eq } from 'drizzle-orm'

/** The newest of each pair first, as many as somebody reads. */
export async function allExchangeRates(tx: Tx) {
  const rows = await tx
    .select({
      id: exchangeRates.id,
      fromCurrency: exchangeRates.fromCurrency,
      toCurrency: exchangeRates.toCurrency,
      rate: exchangeRates.rate,
      fromOn: exchangeRates.fromOn,
      source: exchangeRates.source,
      recordedBy: staff.name,
      recordedAt: exchangeRates.recordedAt,
    })
    .from(exchangeRates)
    .innerJoin(staff, eq(staff.id, exchangeRates.recordedBy))
    .orderBy(asc(exchangeRates.fromCurrency), asc(exchangeRates.toCurrency), desc(exchangeRates.fromOn))
    .limit(500)
  return rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.toISOString() }))
}
