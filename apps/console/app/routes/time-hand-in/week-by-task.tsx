import { hoursText } from '@countersign/domain/work-time'
import { daysOfWeek } from '@countersign/domain/work-week'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { timeMessages } from '../../messages/time'
import { dayHead } from '../time/week'
import type { WeekRow } from '../time/week.server'

/** Seven days by tasks, with the sums of both: to read. */
export function WeekByTask({ rows, monday }: { rows: WeekRow[]; monday: string }) {
  const { week: t, kinds } = useMessages(timeMessages)
  const locale = useLocale()
  const sum = (minutes: number[]) => minutes.reduce((all, each) => all + each, 0)
  const words = (minutes: number) => (minutes > 0 ? hoursText(minutes) : '·')
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'task', label: t.task },
        ...daysOfWeek(monday).map((day) => ({ key: day, label: dayHead(day, locale), numeric: true })),
        { key: 'sum', label: t.sum, numeric: true },
      ]}
      rows={rows.map(({ taskId, task, kind, minutes }) => ({
        key: `${taskId} ${kind}`,
        cells: [
          <span key="task" className="cn-task">
            {task}
            <span className="cn-under">{kinds[kind]}</span>
          </span>,
          ...minutes.map(words),
          <strong key="sum">{words(sum(minutes))}</strong>,
        ],
      }))}
      foot={[
        t.sum,
        ...[0, 1, 2, 3, 4, 5, 6].map((day) => words(sum(rows.map(({ minutes }) => minutes[day] ?? 0)))),
        words(sum(rows.map(({ minutes }) => sum(minutes)))),
      ]}
    />
  )
}
