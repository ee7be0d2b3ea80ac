import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, gte, isNull, lte, or, type AnyColumn } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Period = { fromOn: LocalDate; toOn: LocalDate | null }

/** Rates in force on some day of a period. */
export function inForceBetween(
  rates: { fromOn: AnyColumn; toOn: AnyColumn },
  fromOn: LocalDate,
  toOn: LocalDate | null,
) {
  return and(
    toOn === null ? undefined : lte(rates.fromOn, toOn),
    or(isNull(rates.toOn), gte(rates.toOn, fromOn)),
  )
}

/** Why the database took no rate; with the period that is in the way. Whatever else went wrong is thrown on. */
export function rateRefusal(error: unknown, other: Period | undefined) {
  switch (brokenConstraint(error)) {
    case 'cost_rates_do_not_overlap':
    case 'bill_rates_do_not_overlap':
      return { ...refused('overlaps'), other: other ?? null }
    case 'month_is_open':
      return refused('month-closed')
    default:
      throw error
  }
}
