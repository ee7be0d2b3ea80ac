import { brokenConstraint, refused } from './result'

/** Why the database took no hours, as a refusal; whatever else went wrong is thrown on. */
export function timeRefusal(error: unknown) {
  switch (brokenConstraint(error)) {
    case 'time_within_a_day':
      return refused('more-than-a-day')
    case 'month_is_open':
      return refused('month-closed')
    case 'time_is_open':
      return refused('handed-in')
    case 'time_is_not_billed':
      return refused('billed')
    default:
      throw error
  }
}
