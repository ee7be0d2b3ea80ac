import { daysBetween } from '@countersign/domain/calendar-day'
import type {
  CalendarException,
  PlanCalendar,
  Recurrence,
  Week,
  WorkInterval,
} from '@countersign/domain/schedule/plan'
import { timeText } from './msproject-format'
import { EXCEPTION_TYPE, MONTH_ITEM_SUNDAY } from './msproject-recurrence'
import { element, leaf, leaves, list, type XmlValue } from './xml-text'

export function calendarElement(calendar: PlanCalendar): string {
  const { derivedFrom } = calendar
  // A calendar that stands alone says every day: what it leaves out Project would take for a standard day.
  const week = derivedFrom === null ? calendar.week.map((day) => day ?? []) : calendar.week
  const once = calendar.exceptions.filter(({ recurrence }) => recurrence === null)
  return element(
    'Calendar',
    leaves([
      ['UID', calendar.uid],
      ['Name', calendar.name],
      ['IsBaseCalendar', derivedFrom === null],
      ['BaseCalendarUID', derivedFrom ?? -1],
    ]),
    list('WeekDays', [...weekDays(week), ...once.map(exceptionDay)]),
    list('Exceptions', calendar.exceptions.map(exceptionElement)),
    list(
      'WorkWeeks',
      calendar.workWeeks.map((workWeek) =>
        element(
          'WorkWeek',
          timePeriod(workWeek),
          leaf('Name', workWeek.name),
          list('WeekDays', weekDays(workWeek.week)),
        ),
      ),
    ),
  )
}

function weekDays(week: Week): string[] {
  return week.flatMap((intervals, weekday) =>
    intervals === null ? [] : element('WeekDay', leaf('DayType', weekday + 1), workingTimes(intervals)),
  )
}

/** The same a second time, for readers from before 2007. */
function exceptionDay(exception: CalendarException): string {
  const { intervals } = exception
  return element(
    'WeekDay',
    leaf('DayType', 0),
    leaf('DayWorking', intervals.length > 0),
    timePeriod(exception),
    times(intervals),
  )
}

function exceptionElement(exception: CalendarException): string {
  const { recurrence, occurrences, fromOn, toOn } = exception
  return element(
    'Exception',
    leaf('EnteredByOccurrences', occurrences !== null),
    timePeriod(exception),
    leaf('Occurrences', recurrence === null ? daysBetween(fromOn, toOn) + 1 : occurrences),
    leaf('Name', exception.name),
    leaves(recurrence === null ? [['Type', EXCEPTION_TYPE.daily]] : recurrenceLeaves(recurrence)),
    workingTimes(exception.intervals),
  )
}

function recurrenceLeaves(recurrence: Recurrence): (readonly [string, XmlValue])[] {
  const type = ['Type', EXCEPTION_TYPE[recurrence.kind]] as const
  switch (recurrence.kind) {
    case 'daily':
      return [type, ['Period', recurrence.every]]
    case 'weekly':
      return [
        type,
        ['Period', recurrence.every],
        ['DaysOfWeek', recurrence.weekdays.reduce((bits, weekday) => bits | (1 << weekday), 0)],
      ]
    case 'monthly-by-day':
      return [type, ['Period', recurrence.every], ['MonthDay', recurrence.day]]
    case 'monthly-by-weekday':
      return [type, ['Period', recurrence.every], ...weekdayOfMonth(recurrence)]
    case 'yearly-by-day':
      return [type, ['Month', recurrence.month - 1], ['MonthDay', recurrence.day]]
    case 'yearly-by-weekday':
      return [type, ...weekdayOfMonth(recurrence), ['Month', recurrence.month - 1]]
  }
}

function weekdayOfMonth({ nth, weekday }: Extract<Recurrence, { weekday: number }>) {
  return [
    ['MonthItem', weekday + MONTH_ITEM_SUNDAY],
    ['MonthPosition', nth === 'last' ? 4 : nth - 1],
  ] as const
}

function timePeriod({ fromOn, toOn }: { fromOn: string; toOn: string }): string {
  return element('TimePeriod', leaf('FromDate', `${fromOn}T00:00:00`), leaf('ToDate', `${toOn}T23:59:00`))
}

function workingTimes(intervals: readonly WorkInterval[]): string {
  return leaf('DayWorking', intervals.length > 0) + times(intervals)
}

function times(intervals: readonly WorkInterval[]): string {
  return list(
    'WorkingTimes',
    intervals.map(({ fromMinute, toMinute }) =>
      element('WorkingTime', leaf('FromTime', timeText(fromMinute)), leaf('ToTime', timeText(toMinute))),
    ),
  )
}
