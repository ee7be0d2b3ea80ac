import type { LocalDate } from '@countersign/domain/calendar-day'
import { monthFrom } from '@countersign/domain/month'
import { found } from '@countersign/http/found'

/** A month of an address, '2026-03', by its first day; anything else is a page that is not there. */
export function monthParam(value: string | undefined): LocalDate {
  return found(monthFrom(value ?? ''))
}

export function monthAddress(month: LocalDate): string {
  return `/closing/${month.slice(0, 7)}`
}
