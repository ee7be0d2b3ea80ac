import type { BillingState } from '@countersign/domain/billing'
import { sumMinor } from '@countersign/domain/money'

type Scheduled = { state: BillingState; minor: bigint; currency: string }

/** A payment schedule as the parts of its bar; null where there is no schedule. */
export function paymentParts(schedule: readonly Scheduled[]) {
  const [first] = schedule
  if (!first) return null
  const sum = (parts: readonly Scheduled[]) => ({
    minor: String(sumMinor(parts.map(({ minor }) => minor))),
    currency: first.currency,
  })
  const inState = (state: BillingState) => sum(schedule.filter((part) => part.state === state))
  return {
    total: sum(schedule),
    paid: inState('paid'),
    invoiced: inState('invoiced'),
    billable: inState('billable'),
  }
}
