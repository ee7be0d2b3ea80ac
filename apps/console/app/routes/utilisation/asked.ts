import { addDays, addMonths, isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { chosenFilter } from '../../listing'

export const groupings = ['person', 'role', 'project', 'month'] as const
export type Grouping = (typeof groupings)[number]

export type Asked = {
  by: Grouping
  /** The months' first days, both included. */
  from: LocalDate
  to: LocalDate
}

/** The period and grouping that the address says; else the last three months by person. At most three years. */
export function utilisationAsked(url: URL, today: LocalDate): Asked {
  const thisMonth = `${today.slice(0, 7)}-01`
  const month = (name: string) => {
    const first = `${url.searchParams.get(name) ?? ''}-01`
    return isLocalDate(first) && first > '2000' && first < '2999' ? first : null
  }
  const to = month('to') ?? thisMonth
  const from = month('from') ?? addMonths(to, -2)
  const earliest = addMonths(to, -35)
  return {
    by: chosenFilter(url, 'by', groupings) ?? 'person',
    from: from > to ? to : from < earliest ? earliest : from,
    to,
  }
}

/** The last day that hours can be of: the period's, or today. */
export function lastDayOf({ to }: Asked, today: LocalDate): LocalDate {
  const last = addDays(addMonths(to, 1), -1)
  return last > today ? today : last
}
