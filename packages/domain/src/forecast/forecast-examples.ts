import type { PlanCalendar, PlanLink, PlanTask } from '../schedule/plan'
import { link, plan, task } from '../schedule/plan-examples'
import type { Estimate } from './estimate'
import type { Forecast } from './forecast'
import { forecastOf, type ForecastInput } from './start-forecast'

/** Works round the clock, so that a day is a day: what the published cases count in. */
export const roundTheClock: PlanCalendar = {
  uid: 1,
  name: 'Round the clock',
  derivedFrom: null,
  week: Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }]),
  workWeeks: [],
  exceptions: [],
}

export const DAY = 1440
export const startsOn = '2026-01-01'

/** A plan in days: task 1, 2 … with what each waits for. */
export function daysPlan(tasks: PlanTask[], links: PlanLink[]): ForecastInput['plan'] {
  return plan(tasks, links, { startsAt: `${startsOn}T00:00`, calendars: [roundTheClock] })
}

/** One task for each estimate (in days), and the links between them by number. */
export function inDays(
  estimates: Estimate[],
  links: [number, number][],
  more: Partial<ForecastInput> = {},
): ForecastInput {
  return {
    plan: daysPlan(
      estimates.map((_, at) => task(at + 1, DAY)),
      links.map(([from, to]) => link(from, to)),
    ),
    estimates: estimates.map((estimate, at) => ({ taskUid: at + 1, estimate })),
    packages: [],
    milestoneUids: [],
    iterations: 20_000,
    seed: 1,
    ...more,
  }
}

/** Throws where the forecast is refused. */
export function forecasted(input: ForecastInput): Forecast {
  const made = forecastOf(input)
  if (!made.ok) throw new Error(`${made.why} ${made.names.join(', ')}`)
  return made.forecast
}
