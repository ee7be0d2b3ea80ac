import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../../messages/capacity'

type Open = {
  id: string
  code: string
  project: string
  manager: string
  jobRole: string
  vendor: string | null
  fromOn: string
  toOn: string
  dayMinutes: number | null
  firmness: 'soft' | 'hard'
}

/** What is booked for nobody of us yet: who manages the project is whom to speak to. */
export function OpenBookings({ bookings }: { bookings: readonly Open[] }) {
  const { resources: t, week } = useMessages(capacityMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.open}
      captionHidden
      columns={[
        { key: 'what', label: t.what },
        { key: 'project', label: t.project },
        { key: 'manager', label: week.manager },
        { key: 'time', label: t.time },
        { key: 'hours', label: t.perDay, numeric: true },
        { key: 'firmness', label: t.firmness },
      ]}
      rows={bookings.map((each) => ({
        key: each.id,
        cells: [
          each.vendor ? `${t.vendor}: ${each.vendor}` : t.role_(each.jobRole),
          `${each.code} ${each.project}`,
          each.manager,
          `${format.dateShort(each.fromOn)} – ${format.dateShort(each.toOn)}`,
          hoursText(each.dayMinutes ?? 0),
          t.firmnesses[each.firmness],
        ],
      }))}
    />
  )
}
