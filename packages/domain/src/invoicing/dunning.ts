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
 * The dunning that comes next and its day: one level after the other, each so many days after the due day and never
 * before the day that the one before it set has passed. Null where nothing is open, it is paused, or no level is left.
 */
export function nextDunning(invoice: Dunned, terms: DunningTerms) {
  if (invoice.openMinor <= 0n || invoice.isPaused) return null
  const level = (invoice.last?.level ?? 0) + 1
  const days = terms.days[level - 1]
  if (days === undefined) return null
  const byTerms = addDays(invoice.dueOn, days)
  const afterLast = invoice.last && invoice.last.level > 0 ? addDays(invoice.last.dueOn, 1) : byTerms
  return {
    level,
    feeMinor: BigInt(terms.feesMinor[level - 1] ?? 0),
    on: afterLast > byTerms ? afterLast : byTerms,
  }
}

/** The dunning that is due today, with the day until which it asks to be paid. */
export function dunningDue(invoice: Dunned, terms: DunningTerms, today: LocalDate) {
  const next = nextDunning(invoice, terms)
  if (!next || today < next.on) return null
  return { level: next.level, feeMinor: next.feeMinor, dueOn: addDays(today, graceDays) }
}

/** How long a dunning leaves to pay. */
const graceDays = 7
