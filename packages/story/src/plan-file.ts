import { addDays, weekdayOf, type LocalDate } from '@countersign/domain/calendar-day'

export type StoryTask = {
  name: string
  level: number
  /** Working days; 0 is a milestone; left out for a summary. */
  days?: number
  /** Names of the tasks that have to be finished first. */
  after?: string[]
  percent?: number
}
type PlanFile = {
  title: string
  startsOn: LocalDate
  tasks: StoryTask[]
  holidays?: { name: string; on: LocalDate }[]
}

/** A Microsoft Project XML file: eight hours a day, Monday to Friday, except on the holidays. */
export function planFile({ title, startsOn, tasks, holidays = [] }: PlanFile): string {
  const uidOf = new Map(tasks.map(({ name }, index) => [name, index + 1]))
  const wbs = outlineNumbers(tasks)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Name>${escaped(title)}</Name><Title>${escaped(title)}</Title>
<ScheduleFromStart>1</ScheduleFromStart><StartDate>${startsOn}T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<DefaultStartTime>08:00:00</DefaultStartTime><DefaultFinishTime>17:00:00</DefaultFinishTime>
<MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
<BaseCalendarUID>-1</BaseCalendarUID><WeekDays>${[1, 2, 3, 4, 5, 6, 7].map(weekDay).join('')}</WeekDays>
<Exceptions>${holidays.map(exception).join('')}</Exceptions></Calendar></Calendars>
<Tasks>
${tasks.map((task, index) => taskElement(task, index + 1, wbs[index]!, uidOf, startsOn)).join('\n')}
</Tasks></Project>
`
}

/** The first Monday to Friday on or after a day. */
export function workday(on: LocalDate): LocalDate {
  const weekday = weekdayOf(on)
  return weekday === 6 ? addDays(on, 2) : weekday === 0 ? addDays(on, 1) : on
}

const shift =
  '<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>' +
  '<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>'

function weekDay(dayType: number): string {
  const works = dayType !== 1 && dayType !== 7
  return `<WeekDay><DayType>${dayType}</DayType><DayWorking>${works ? 1 : 0}</DayWorking>${works ? shift : ''}</WeekDay>`
}

function exception({ name, on }: { name: string; on: LocalDate }): string {
  return `<Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>${on}T00:00:00</FromDate><ToDate>${on}T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences><Name>${escaped(name)}</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>`
}

function taskElement(
  task: StoryTask,
  uid: number,
  wbs: string,
  uidOf: Map<string, number>,
  startsOn: LocalDate,
): string {
  const isSummary = task.days === undefined
  const links = (task.after ?? []).map((name) => {
    const from = uidOf.get(name)
    if (!from) throw new Error(`the plan has no task ${name}`)
    return `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`
  })
  return (
    `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>${escaped(task.name)}</Name><Type>1</Type><IsNull>0</IsNull>` +
    `<WBS>${wbs}</WBS><OutlineLevel>${task.level}</OutlineLevel><Start>${startsOn}T08:00:00</Start>` +
    `<Duration>PT${(task.days ?? 1) * 8}H0M0S</Duration><DurationFormat>7</DurationFormat>` +
    `<Milestone>${task.days === 0 ? 1 : 0}</Milestone><Summary>${isSummary ? 1 : 0}</Summary>` +
    `<PercentComplete>${task.percent ?? 0}</PercentComplete><ConstraintType>0</ConstraintType><CalendarUID>-1</CalendarUID>` +
    `${links.join('')}</Task>`
  )
}

/** 1, 1.1, 1.2, 2: counted at each level of the breakdown. */
function outlineNumbers(tasks: StoryTask[]): string[] {
  const counts: number[] = []
  return tasks.map(({ level }) => {
    counts.length = level
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    return counts.map((count) => count ?? 1).join('.')
  })
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
