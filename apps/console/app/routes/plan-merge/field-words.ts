import type { PlanTask } from '@countersign/domain/schedule/plan'
import { isLocalDateTime } from '@countersign/domain/calendar-day'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { durationWords } from '../../duration-words'
import { importsMessages } from '../../messages/imports'
import { scheduleMessages } from '../../messages/schedule'
import type { PlanToCompare } from './queries.server'

const durations = new Set(['durationMinutes', 'remainingMinutes'])
const percents = new Set(['percentComplete'])

/** A plan's fields and what stands in them, as people say it. */
export function useFieldWords({
  minutesPerDay,
  calendars,
}: Pick<PlanToCompare, 'minutesPerDay' | 'calendars'>) {
  const t = useMessages(importsMessages).merge
  const { constraints } = useMessages(scheduleMessages)
  const format = useFormat()
  const moment = (local: string) => `${format.dateShort(local.slice(0, 10))} ${local.slice(11)}`

  function value(field: string, said: unknown): string {
    if (said === null || said === undefined) return t.none
    if (typeof said === 'boolean') return said ? t.yes : t.no
    if (typeof said === 'string') return isLocalDateTime(said) ? moment(said) : said || t.none
    if (typeof said === 'number') {
      if (durations.has(field)) return durationWords(format, said, minutesPerDay)
      if (percents.has(field)) return format.percent(said)
      if (field === 'calendarUid') return calendars.find(({ uid }) => uid === said)?.name ?? String(said)
      return format.number(said)
    }
    if (field === 'constraint') {
      const { type, at } = said as PlanTask['constraint']
      return at ? `${constraints[type]} ${moment(at)}` : constraints[type]
    }
    if (field === 'manual') {
      const { start, finish } = said as NonNullable<PlanTask['manual']>
      return [start, finish].map((local) => (local ? moment(local) : '–')).join(' – ')
    }
    return t.changedShort
  }

  return { value, field: (name: string) => t.fields[name] ?? t.other }
}
