import { list, localDate, optional, shortText } from '@countersign/http/fields'
import type { CalendarException, PlanCalendar } from '@countersign/domain/schedule/plan'
import { z } from 'zod'
import { workingHours } from '../../working-hours'
import { exceptionKey } from './exception-key'

export const calendarForm = z.strictObject({
  name: shortText(100),
  day0: workingHours(),
  day1: workingHours(),
  day2: workingHours(),
  day3: workingHours(),
  day4: workingHours(),
  day5: workingHours(),
  day6: workingHours(),
  removed: list(shortText(400), 2000),
  added: list(
    z.strictObject({
      name: shortText(100),
      fromOn: localDate(),
      toOn: optional(localDate()),
      hours: workingHours(),
    }),
    50,
  ),
})

/** A row that was not filled adds nothing. */
export const calendarRows = { added: ['name', 'fromOn', 'toOn', 'hours'] } as const

/** The calendar as the form says: without what was ticked, with what was added, in the order of the days. */
export function calendarOf(form: z.output<typeof calendarForm>, known: PlanCalendar): PlanCalendar {
  const days = [form.day0, form.day1, form.day2, form.day3, form.day4, form.day5, form.day6]
  const removed = new Set(form.removed)
  const added = form.added.map(({ name, fromOn, toOn, hours }): CalendarException => ({
    name,
    fromOn,
    toOn: toOn ?? fromOn,
    intervals: hours ?? [],
    recurrence: null,
    occurrences: null,
  }))
  return {
    ...known,
    name: form.name,
    // Without another calendar below it, a day that says nothing is a day without work.
    week: days.map((hours) => hours ?? (known.derivedFrom === null ? [] : null)),
    exceptions: [...known.exceptions.filter((each) => !removed.has(exceptionKey(each))), ...added].sort(
      (a, b) => a.fromOn.localeCompare(b.fromOn),
    ),
  }
}
