import { hoursText } from '@countersign/domain/work-time'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { timeMessages } from '../../messages/time'
import { daysOfWeek } from './week'
import type { Entry } from './week-entries'

/** Seven days by tasks, with the sums of both. */
export function WeekGrid({ entries, monday }: { entries: Entry[]; monday: string }) {
  const t = useMessages(timeMessages).week
  const locale = useLocale()
  const days = daysOfWeek(monday)
  const tasks = [...new Map(entries.map((entry) => [entry.taskId, entry])).values()]
  const hours = (of: (entry: Entry) => boolean) => {
    const minutes = entries.filter(of).reduce((sum, entry) => sum + entry.minutes, 0)
    return minutes > 0 ? hoursText(minutes) : '·'
  }
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'task', label: t.task },
        ...days.map((day) => ({ key: day, label: dayHead(day, locale), numeric: true })),
        { key: 'sum', label: t.sum, numeric: true },
      ]}
      rows={tasks.map(({ taskId, task, project }) => ({
        key: taskId,
        cells: [
          <span key="task" className="cn-task">
            {task}
            <span className="cn-under">{project}</span>
          </span>,
          ...days.map((day) => hours((entry) => entry.taskId === taskId && entry.workedOn === day)),
          <strong key="sum">{hours((entry) => entry.taskId === taskId)}</strong>,
        ],
      }))}
      foot={[t.sum, ...days.map((day) => hours((entry) => entry.workedOn === day)), hours(() => true)]}
    />
  )
}

function dayHead(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
