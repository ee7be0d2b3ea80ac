import { addDays, daysBetween, type LocalDate } from '../calendar-day'

export const ageingBuckets = ['not-due', '0-30', '31-60', '61-90', 'over-90'] as const
export type AgeingBucket = (typeof ageingBuckets)[number]

/** How long an open invoice has been due: the due day itself is still in time. */
export function ageingBucket(dueOn: LocalDate, today: LocalDate): AgeingBucket {
  const days = daysBetween(dueOn, today)
  if (days <= 0) return 'not-due'
  if (days <= 30) return '0-30'
  if (days <= 60) return '31-60'
  return days <= 90 ? '61-90' : 'over-90'
}

export type DunningTerms = {
  /** Days after the due day of the first, second and third dunning. */
  days: readonly number[]
  /** The fee of each in minor units of the invoice's currency. */
  feesMinor: readonly number[]
}
type Dunned = {
  dueOn: LocalDate
  openMinor: bigint
  isPaused: boolean
  /** The last level that went out and the day on which it asked to be paid by; null where none did. */
  last: { level: number; dueOn: LocalDate } | null
}

/**
 * The dunning that is due today: one level after the other, each so many days after the due day and never before the
 * day that the one before it set. Null where nothing is open, it is paused, or it is not time yet.
 */
export function dunningDue(invoice: Dunned, terms: DunningTerms, today: LocalDate) {
  if (invoice.openMinor <= 0n || invoice.isPaused) return null
  const level = (invoice.last?.level ?? 0) + 1
  const days = terms.days[level - 1]
  if (days === undefined || today < addDays(invoice.dueOn, days)) return null
  if (invoice.last && invoice.last.level > 0 && today <= invoice.last.dueOn) return null
  return { level, feeMinor: BigInt(terms.feesMinor[level - 1] ?? 0), dueOn: addDays(today, graceDays) }
}

/** How long a dunning leaves to pay. */
const graceDays = 7
