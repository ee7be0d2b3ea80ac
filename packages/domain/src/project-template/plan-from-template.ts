import { addDays, weekdayOf, type LocalDate } from '../calendar-day'
import { ordinaryPlan, ordinaryTask } from '../schedule/ordinary'
import { standardCalendar, type Plan, type PlanTask } from '../schedule/plan'
import type { ProjectTemplate, TemplateTask } from './template'

const CALENDAR_UID = 1

/**
 * The plan that a template comes to when the project starts on a day: tasks and links as they are, eight hours Monday
 * to Friday, and offsets as "not before so many working days after the start".
 */
export function planFromTemplate({ tasks, links }: ProjectTemplate, startsOn: LocalDate): Plan {
  const numbers = outlineNumbers(tasks)
  return {
    ...ordinaryPlan,
    startsAt: `${startsOn}T08:00`,
    calendarUid: CALENDAR_UID,
    calendars: [{ ...standardCalendar, uid: CALENDAR_UID }],
    tasks: tasks.map((task, index) => planTask(task, numbers[index]!, startsOn)),
    links: links.map((link) => ({ ...link })),
  }
}

function planTask(task: TemplateTask, wbs: string, startsOn: LocalDate): PlanTask {
  const { uid, name, outlineLevel, isSummary, isMilestone, durationMinutes, isElapsed, note } = task
  return {
    ...ordinaryTask,
    uid,
    wbs,
    name,
    outlineLevel,
    isSummary,
    isMilestone,
    durationMinutes,
    isElapsed,
    note,
    constraint:
      task.offsetDays > 0
        ? { type: 'SNET', at: `${workdaysAfter(startsOn, task.offsetDays)}T08:00` }
        : { type: 'ASAP', at: null },
  }
}

/** "1.2.1" for each task of an outline. */
function outlineNumbers(tasks: readonly TemplateTask[]): string[] {
  const counts: number[] = []
  return tasks.map(({ outlineLevel }) => {
    counts.length = Math.min(counts.length, outlineLevel)
    while (counts.length < outlineLevel) counts.push(0)
    counts[outlineLevel - 1]! += 1
    return counts.join('.')
  })
}

/** The day so many Mondays to Fridays after another. */
export function workdaysAfter(day: LocalDate, count: number): LocalDate {
  let at = onWorkday(day)
  for (let left = count; left > 0; left -= 1) at = onWorkday(addDays(at, 1))
  return at
}

/** How many Mondays to Fridays a day is after another; 0 for one that is not later. */
export function workdaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let at = onWorkday(from); at < to; at = onWorkday(addDays(at, 1))) count += 1
  return count
}

function onWorkday(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day)
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day
}
