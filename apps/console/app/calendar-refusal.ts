import type { CalendarRefusal } from '@countersign/domain/schedule/calendar-rules'
import type { ScheduleRefusal } from '@countersign/domain/schedule/schedule-plan'
import type { Locale } from '@countersign/ui/i18n/locale'
import { calendarsMessages } from './messages/calendars'
import { scheduleRefusal } from './schedule-refusal'

type Refused =
  | ScheduleRefusal
  | { ok: false; why: CalendarRefusal | 'no-such-project' | 'no-such-calendar' | 'no-such-place' }

/** Why a calendar was not taken: what is wrong with it, or what the plan could not be dated with. */
export function calendarRefusal(locale: Locale, refusal: Refused): string {
  return 'names' in refusal
    ? scheduleRefusal(locale, refusal)
    : calendarsMessages(locale).list.refusals[refusal.why]
}
