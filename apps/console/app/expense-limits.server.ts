import type { Tx } from '@countersign/db/connect'
import { expensePolicies } from '@countersign/db/tables/expenses'
import { asc } from 'drizzle-orm'
import { moneyText } from './money-text'

/** What expenses may be, by category and currency. */
export async function expenseLimits(tx: Tx) {
  const rows = await tx
    .select()
    .from(expensePolicies)
    .orderBy(asc(expensePolicies.currency), asc(expensePolicies.category))
  return rows.map(({ category, currency, limitMinor, receiptFromMinor, recordedAt }) => ({
    category,
    currency,
    limit: moneyText(limitMinor, currency),
    receiptFrom: moneyText(receiptFromMinor, currency),
    since: recordedAt.toISOString(),
  }))
}
