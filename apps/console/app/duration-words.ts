import type { Format } from '@countersign/ui/i18n/format'

/** A duration as people say it: '3 days', '4 h', '30 min', in the largest unit that needs no fraction. */
export function durationWords(format: Format, minutes: number, minutesPerDay: number): string {
  if (minutes % minutesPerDay === 0) return format.days(minutes / minutesPerDay)
  return minutes % 60 === 0 ? `${format.number(minutes / 60)} h` : `${format.number(minutes)} min`
}
