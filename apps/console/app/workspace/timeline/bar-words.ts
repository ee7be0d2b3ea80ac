import type { LocalDate } from '@countersign/domain/calendar-day'
import { localDateTimeOf, TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import type { Format } from '@countersign/ui/i18n/format'
import type { timelineEn } from '../../messages/timeline-en'
import type { TimelineRow } from '@countersign/domain/timeline/timeline-plan'

export type TimelineWords = typeof timelineEn

/** The day that a moment lies in; midnight ends the day before, where something finishes. */
export function dayOf(moment: number): LocalDate {
  return localDateTimeOf(moment).slice(0, 10)
}

export function lastDayOf(moment: number): LocalDate {
  return localDateTimeOf(moment % TENTHS_PER_DAY === 0 ? moment - 1 : moment).slice(0, 10)
}

/** '12 Mar 2026 to 20 Mar 2026', of a milestone or a single day just that, with the times where hours are drawn. */
export function datesOf(
  row: Pick<TimelineRow, 'start' | 'finish' | 'kind'>,
  format: Format,
  t: TimelineWords,
  withTimes = false,
): string {
  const time = (moment: number) => (withTimes ? `, ${localDateTimeOf(moment).slice(11)}` : '')
  if (row.kind === 'milestone') return format.dateShort(dayOf(row.finish)) + time(row.finish)
  const from = format.dateShort(dayOf(row.start)) + time(row.start)
  const to = format.dateShort(lastDayOf(row.finish)) + time(row.finish)
  return from === to ? from : t.fromTo(from, to)
}

/** All that a bar shows, in words. */
export function barWords(row: TimelineRow, format: Format, t: TimelineWords): string {
  const words = t.bar
  const day = (moment: number) => format.dateShort(lastDayOf(moment))
  const missed = row.deadline !== null && row.finish > row.deadline
  return [
    row.name,
    row.kind === 'milestone' ? words.milestone : row.kind === 'summary' ? words.summary : null,
    row.isCollapsed ? words.folded : null,
    datesOf(row, format, t),
    row.percentDone > 0 ? words.done(format.percent(Math.round(row.percentDone))) : null,
    row.isCritical ? words.critical : null,
    row.isActive ? null : words.inactive,
    row.isManual ? words.manual : null,
    row.baseline
      ? words.baseline(format.dateShort(dayOf(row.baseline.start)), day(row.baseline.finish))
      : null,
    row.p80 === null ? null : words.p80(day(row.p80)),
    row.deadline === null
      ? null
      : missed
        ? words.missed(day(row.deadline))
        : words.deadline(day(row.deadline)),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** '3 days later' between two finishes, by their days. */
export function shiftWords(from: number, to: number, format: Format, t: TimelineWords): string {
  const days = Math.floor((to - 1) / TENTHS_PER_DAY) - Math.floor((from - 1) / TENTHS_PER_DAY)
  if (days === 0) return t.tip.same
  return days > 0 ? t.tip.later(format.days(days)) : t.tip.earlier(format.days(-days))
}
