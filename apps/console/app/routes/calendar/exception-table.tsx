import type { CalendarException, PlanCalendar, Recurrence } from '@countersign/domain/schedule/plan'
import { Fieldset } from '@countersign/ui/field'
import type { Format } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { calendarsMessages } from '../../messages/calendars'
import { useSubmitted } from '../../submitted'
import { weekday, weekWords } from '../../week-words'
import { workingHoursText } from '../../working-hours-text'
import { exceptionKey } from './exception-key'

type Words = ReturnType<typeof calendarsMessages>['one']

/** The exceptions that are there, each with a box that takes it away. */
export function ExceptionTable({ exceptions }: { exceptions: readonly CalendarException[] }) {
  const t = useMessages(calendarsMessages).one
  const format = useFormat()
  const { chosen } = useSubmitted()
  const removed = chosen('removed')
  return (
    <Fieldset legend={t.exceptionsTitle} hint={exceptions.length > 0 ? t.exceptionsHint : t.noExceptions}>
      {exceptions.length === 0 ? null : (
        <SimpleTable
          caption={t.exceptionsTitle}
          captionHidden
          columns={[
            { key: 'name', label: t.exception },
            { key: 'when', label: t.when },
            { key: 'hours', label: t.hours },
            { key: 'remove', label: t.remove },
          ]}
          rows={exceptions.map((exception, index) => {
            const key = exceptionKey(exception)
            const when = whenWords(exception, format, t)
            return {
              key: String(index),
              cells: [
                exception.name || '–',
                when,
                exception.intervals.length === 0 ? t.free : workingHoursText(exception.intervals),
                <input
                  key="remove"
                  type="checkbox"
                  name="removed"
                  value={key}
                  aria-label={t.removeOf(exception.name || '–', when)}
                  defaultChecked={removed.includes(key)}
                />,
              ],
            }
          })}
        />
      )}
    </Fieldset>
  )
}

export function WorkWeeks({ workWeeks }: { workWeeks: PlanCalendar['workWeeks'] }) {
  const t = useMessages(calendarsMessages)
  const format = useFormat()
  if (workWeeks.length === 0) return null
  return (
    <Fieldset legend={t.one.workWeeksTitle} hint={t.one.workWeeksNote}>
      <SimpleTable
        caption={t.one.workWeeksTitle}
        captionHidden
        columns={[
          { key: 'name', label: t.one.exception },
          { key: 'when', label: t.one.when },
          { key: 'hours', label: t.one.hours },
        ]}
        rows={workWeeks.map(({ name, fromOn, toOn, week }, index) => ({
          key: String(index),
          cells: [
            name || '–',
            spanWords(fromOn, toOn, format),
            weekWords(format.locale, week, t.list.noWork).map((line) => <div key={line}>{line}</div>),
          ],
        }))}
      />
    </Fieldset>
  )
}

function whenWords({ fromOn, toOn, recurrence }: CalendarException, format: Format, t: Words): string {
  const span = spanWords(fromOn, toOn, format)
  return recurrence ? `${recurrenceWords(recurrence, format, t.recurrence)}, ${span}` : span
}

function spanWords(fromOn: string, toOn: string, format: Format): string {
  return fromOn === toOn
    ? format.dateShort(fromOn)
    : `${format.dateShort(fromOn)} – ${format.dateShort(toOn)}`
}

function recurrenceWords(recurrence: Recurrence, format: Format, t: Words['recurrence']): string {
  const nthDay = (nth: 1 | 2 | 3 | 4 | 'last', day: number) =>
    `${t.nth[nth]} ${weekday(format.locale, day, 'long')}`
  const monthName = (month: number) =>
    new Intl.DateTimeFormat(format.locale, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, month - 1, 1),
    )
  switch (recurrence.kind) {
    case 'daily':
      return t.daily(recurrence.every)
    case 'weekly':
      return t.weekly(
        recurrence.every,
        recurrence.weekdays.map((day) => weekday(format.locale, day)).join(', '),
      )
    case 'monthly-by-day':
      return t.monthly(recurrence.every, t.day(recurrence.day))
    case 'monthly-by-weekday':
      return t.monthly(recurrence.every, nthDay(recurrence.nth, recurrence.weekday))
    case 'yearly-by-day':
      return t.yearly(`${t.day(recurrence.day)} ${monthName(recurrence.month)}`)
    case 'yearly-by-weekday':
      return t.yearly(`${nthDay(recurrence.nth, recurrence.weekday)} ${monthName(recurrence.month)}`)
  }
}
