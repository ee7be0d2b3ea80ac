import { demandOf, type Load } from '@countersign/domain/capacity/load'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../messages/capacity'

type Row = { id: string; name: string; loads: Load[] }

/** The heat map in figures. */
export function LoadTable({ rows, mondays }: { rows: readonly Row[]; mondays: readonly LocalDate[] }) {
  const t = useMessages(capacityMessages).resources
  const format = useFormat()
  const hours = (minutes: number) => (minutes > 0 ? hoursText(minutes) : '–')
  const columns = ['capacity', 'hard', 'soft', 'planned', 'logged'] as const
  return (
    <SimpleTable
      caption={t.tableCaption}
      captionHidden
      columns={[
        { key: 'person', label: t.person },
        { key: 'week', label: t.weekColumn },
        ...columns.map((key) => ({ key, label: t[key], numeric: true })),
        { key: 'left', label: t.left, numeric: true },
      ]}
      rows={rows.flatMap(({ id, name, loads }) =>
        loads.map((load, week) => {
          const left = load.capacity - demandOf(load)
          return {
            key: `${id} ${mondays[week]}`,
            cells: [
              name,
              format.dateShort(mondays[week]!),
              ...columns.map((key) => hours(load[key])),
              left < 0 ? <strong className="cs-bad">−{hoursText(-left)}</strong> : hoursText(left),
            ],
          }
        }),
      )}
    />
  )
}
