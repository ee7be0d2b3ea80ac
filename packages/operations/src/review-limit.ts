import type { Tx } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'

/**
 * From which gross amount on a draft in that currency wants a second person: our own limit at today's rate of exchange,
 * in the draft's minor units; null where there is no limit. Where nobody recorded a rate every draft wants one.
 */
export async function reviewLimit(tx: Tx, currency: string): Promise<bigint | null> {
  const [row] = await tx.execute<{ isSet: boolean; limit: string | null }>(sql`
    select p.review_from_minor is not null as "isSet",
      round(app.in_currency(p.review_from_minor, p.currency, ${currency},
        app.exchange_rate_on(p.currency, ${currency}, current_date)))::text as limit
    from public.provider p`)
  return row?.isSet ? BigInt(row.limit ?? 0) : null
}
