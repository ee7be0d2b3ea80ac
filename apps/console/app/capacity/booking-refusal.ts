import type { StaffActor } from '@countersign/db/connect'
import { hoursText } from '@countersign/domain/work-time'
import type { bookTime, changeBooking } from '@countersign/operations/book-time'
import { createFormat } from '@countersign/ui/i18n/format'
import { teamMessages } from '../messages/team'

type Refusal = Exclude<Awaited<ReturnType<typeof bookTime | typeof changeBooking>>, { ok: true }>

/** Why a booking was not taken; above capacity with the day and its figures. */
export function bookingRefusal({ locale, timeZone }: StaffActor, refusal: Refusal): string {
  const t = teamMessages(locale).booking
  if (!('above' in refusal) || !refusal.above) return t.refusals[refusal.why]
  const { on, booked, there } = refusal.above
  return t.above(createFormat(locale, timeZone).date(on), hoursText(booked), hoursText(there))
}
