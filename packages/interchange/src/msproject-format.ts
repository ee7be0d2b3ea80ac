import type { LocalDateTime } from '@countersign/domain/calendar-day'

/** Minutes and their tenths as Project writes durations: PT55H39M6S. */
export function durationText(minutes: number): string {
  const tenths = Math.round(minutes * 10)
  const whole = Math.floor(tenths / 10)
  return `PT${Math.floor(whole / 60)}H${whole % 60}M${(tenths - whole * 10) * 6}S`
}

export function momentText(moment: LocalDateTime | null): string | null {
  return moment === null ? null : `${moment}:00`
}

/** Midnight at the end of a day is 00:00:00. */
export function timeText(minuteOfDay: number): string {
  const minute = minuteOfDay % 1440
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
}

/** Lags and delays are counted in tenths of a minute. */
export function tenthsOf(minutes: number): number {
  return Math.round(minutes * 10)
}
