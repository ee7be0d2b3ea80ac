import type { ScheduleRefusal } from '@countersign/domain/schedule/schedule-plan'
import type { Locale } from '@countersign/ui/i18n/locale'
import { scheduleMessages } from './messages/schedule'

const MOST_NAMES = 8

/** Why a plan cannot be dated, and which tasks, calendars or people it concerns. */
export function scheduleRefusal(
  locale: Locale,
  { why, names }: Pick<ScheduleRefusal, 'why' | 'names'>,
): string {
  const t = scheduleMessages(locale)
  const quoted = names.slice(0, MOST_NAMES).map((name) => (locale === 'de' ? `„${name}“` : `“${name}”`))
  return quoted.length > 0 ? `${t.refusals[why]} ${t.named(quoted.join(', '))}` : t.refusals[why]
}
