export const durationUnits = ['days', 'hours', 'minutes'] as const
export type DurationUnit = (typeof durationUnits)[number]

/**
 * A duration in the largest unit that needs no fraction, and what remains of it in the same, to two decimals.
 */
export function durationParts(
  { duration, remaining }: { duration: number; remaining: number },
  minutesPerDay: number,
): { duration: number; remaining: number; unit: DurationUnit } {
  const unit = durationUnits.find((each) => duration % minutesOf(each, minutesPerDay) === 0) ?? 'minutes'
  const inUnit = (minutes: number) => Math.round((minutes / minutesOf(unit, minutesPerDay)) * 100) / 100
  return { duration: inUnit(duration), remaining: inUnit(remaining), unit }
}

export function minutesOf(unit: DurationUnit, minutesPerDay: number): number {
  return unit === 'days' ? minutesPerDay : unit === 'hours' ? 60 : 1
}
