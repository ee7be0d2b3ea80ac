import type { Tx } from '@countersign/db/connect'
import { billRates, costRates, exchangeRates } from '@countersign/db/tables/rates'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

export const rateKinds = ['cost', 'bill', 'exchange'] as const
export type RateKind = (typeof rateKinds)[number]
const tableOf = { cost: costRates, bill: billRates, exchange: exchangeRates }

/** Removes a rate that was recorded by mistake. Hours that are approved keep what they were priced at. */
export async function removeRate(tx: Tx, { kind, rateId }: { kind: RateKind; rateId: string }) {
  const rates = tableOf[kind]
  try {
    const gone = await tx.transaction((inner) =>
      inner.delete(rates).where(eq(rates.id, rateId)).returning({ id: rates.id }),
    )
    return gone.length === 0 ? refused('no-such-rate') : { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) === 'month_is_open') return refused('month-closed')
    throw error
  }
}
