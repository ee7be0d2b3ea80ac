export const durationUnits = ['days', 'hours', 'minutes'] as const
export type DurationUnit = (typeof durationUnits)[number]

/** A duration in the largest unit that needs no fraction. */
export function durationParts(
  minutes: number,
  minutesPerDay: number,
): { duration: number; unit: DurationUnit } {
  const unit = durationUnits.find((each) => minutes % minutesOf(each, minutesPerDay) === 0) ?? 'minutes'
  return { duration: minutes / minutesOf(unit, minutesPerDay), unit }
}

export function minutesOf(unit: DurationUnit, minutesPerDay: number): number {
  return unit === 'days' ? minutesPerDay : unit === 'hours' ? 60 : 1
}
