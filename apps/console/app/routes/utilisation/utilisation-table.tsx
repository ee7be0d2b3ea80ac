import { hoursText } from '@countersign/domain/work-time'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { hoursMessages } from '../../messages/hours'
import type { Grouping } from './asked'

type Sums = {
  minutes: number
  billable: number
  overtime: number
  mentoring: number
  capacity: number
  percent: number | null
  target: number | null
  share: number | null
  worth: MoneyText | null
  realised: MoneyText | null
  realisation: number | null
  isMixed: boolean
}
type Row = Sums & { key: string; name: string }

/** A project has no working week: its hours have a billable share, and no utilisation. */
export function UtilisationTable({ rows, total, by }: { rows: Row[]; total: Sums; by: Grouping }) {
  const t = useMessages(hoursMessages).utilisation
  const format = useFormat()
  const hasCapacity = by !== 'project'
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value))
  const hours = (minutes: number) => (minutes > 0 ? hoursText(minutes) : '–')
  const cells = (sums: Sums) => [
    hours(sums.minutes),
    hours(sums.billable),
    hours(sums.overtime),
    hours(sums.mentoring),
    percent(sums.share),
    ...(hasCapacity ? [hours(sums.capacity), percent(sums.percent), percent(sums.target)] : []),
    sums.isMixed ? t.several : sums.worth ? format.amount(sums.worth) : '–',
    sums.realised ? format.amount(sums.realised) : '–',
    percent(sums.realisation),
  ]
  return (
    <SimpleTable
      caption={t.caption(t.groups[by])}
      captionHidden
      columns={[
        { key: 'name', label: t.groups[by] },
        { key: 'hours', label: t.hours, numeric: true },
        { key: 'billable', label: t.billable, numeric: true },
        { key: 'overtime', label: t.overtime, numeric: true },
        { key: 'mentoring', label: t.mentoring, numeric: true },
        { key: 'share', label: t.share, numeric: true },
        ...(hasCapacity
          ? [
              { key: 'capacity', label: t.capacity, numeric: true },
              { key: 'utilisation', label: t.utilisation, numeric: true },
              { key: 'target', label: t.target, numeric: true },
            ]
          : []),
        { key: 'worth', label: t.value, numeric: true },
        { key: 'realised', label: t.realised, numeric: true },
        { key: 'realisation', label: t.realisation, numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [by === 'month' ? format.monthYear(row.name) : row.name, ...cells(row)],
      }))}
      foot={[t.total, ...cells(total)]}
    />
  )
}
