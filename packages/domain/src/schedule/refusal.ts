/** Why a plan cannot be scheduled. */
export type ScheduleRefusal = {
  ok: false
  why:
    | 'cycle'
    | 'self-link'
    | 'unknown-task'
    | 'no-working-time'
    | 'too-far'
    | 'bad-duration'
    | 'bad-date'
    | 'bad-units'
  /** What is wrong by name: tasks, then what belongs to them (a calendar, a resource, a date). */
  names: string[]
}
