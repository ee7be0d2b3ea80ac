import type { CalendarException } from '@countersign/domain/schedule/plan'

/** What tells one exception of a calendar from the others, also after somebody else changed the calendar. */
export function exceptionKey({ fromOn, toOn, name }: CalendarException): string {
  return `${fromOn} ${toOn} ${name}`.trim()
}
