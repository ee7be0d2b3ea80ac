import type { WorkBetween } from '@countersign/domain/earned-value/planned-value'
import { momentOf, TENTHS_PER_MINUTE } from '@countersign/domain/schedule/moment'
import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { planCalendarsOf } from '@countersign/domain/schedule/plan-calendars'

type Timed = Pick<PlanTask, 'calendarUid' | 'isElapsed'>

/** For each task of a plan, the working minutes between two moments on its calendar: its own, else the plan's. */
export function workBetweenIn(plan: Plan): (task: Timed) => WorkBetween {
  const calendars = planCalendarsOf(plan)
  return ({ calendarUid, isElapsed }) => {
    const time = isElapsed ? calendars.wall : calendars.ofTask(calendarUid)
    return (from, to) => (time.workAt(momentOf(to)) - time.workAt(momentOf(from))) / TENTHS_PER_MINUTE
  }
}
