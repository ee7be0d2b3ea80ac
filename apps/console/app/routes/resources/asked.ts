import { addDays, isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'

export const WEEKS = 10

export type Asked = {
  monday: LocalDate
  role: string
  skill: string
  unit: string
  /** Part of a name. */
  named: string
  /** Only whom a week asks for more than there is. */
  over: boolean
  page: number
}

/** Which weeks and whom the address asks for; from last week on and everybody where it says nothing that is known. */
export function resourcesAsked({ searchParams }: URL, today: LocalDate): Asked {
  const from = searchParams.get('from') ?? ''
  const page = searchParams.get('page') ?? ''
  const text = (name: string) =>
    (searchParams.get(name) ?? '').replace(/[\p{Cc}\p{Surrogate}]/gu, '').slice(0, 100)
  const isKnown = isLocalDate(from) && from > '2000' && from < '2999'
  return {
    monday: mondayOf(isKnown ? from : addDays(today, -7)),
    role: text('role'),
    skill: text('skill'),
    unit: text('unit'),
    named: text('named').trim(),
    over: searchParams.get('over') === 'on',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}
