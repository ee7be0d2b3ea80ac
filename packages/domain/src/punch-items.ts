import type { LocalDate } from './calendar-day'

export type PunchState = 'open' | 'reported' | 'closed' | 'overdue'

/**
 * Where a point stands that an acceptance with reservations left: the customer closes it, whatever was reported; what
 * our side reported done waits for that and is not overdue; anything else is overdue after its day.
 */
export function punchState(
  item: { dueOn: LocalDate; isReported: boolean; isClosed: boolean },
  today: LocalDate,
): PunchState {
  if (item.isClosed) return 'closed'
  if (item.isReported) return 'reported'
  return item.dueOn < today ? 'overdue' : 'open'
}
