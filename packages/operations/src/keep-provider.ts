import type { StaffActor, Tx } from '@countersign/db/connect'
import { provider } from '@countersign/db/tables/provider'
import type { Seller } from '@countersign/domain/invoicing/invoice-parties'
import { refused } from './result'

type Terms = Seller & {
  currency: string
  dunningDays: [number, number, number]
  dunningFeesMinor: [number, number, number]
  reviewFromMinor: bigint | null
  lineManagerReleases: boolean
  by: StaffActor
  now: Date
}

/** Says who we are on invoices from now on, how we dun, from which amount on a second person looks, and who releases hours. */
export async function keepProvider(tx: Tx, { by, now, ...terms }: Terms) {
  const [first, second, third] = terms.dunningDays
  if (!(first < second && second < third)) return refused('dunning-out-of-order')
  const kept = { ...terms, changedBy: by.staffId, changedAt: now }
  await tx.insert(provider).values(kept).onConflictDoUpdate({ target: provider.isOnly, set: kept })
  return { ok: true as const }
}
