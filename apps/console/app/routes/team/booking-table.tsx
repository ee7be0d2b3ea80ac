import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../../messages/capacity'
import { teamMessages } from '../../messages/team'

export type Booking = {
  id: string
  person: string | null
  vendor: string | null
  jobRole: string
  fromOn: string
  toOn: string
  dayMinutes: number | null
  sharePercent: number | null
  firmness: 'soft' | 'hard'
  overReason: string
  note: string
}

export function BookingTable(props: { bookings: readonly Booking[]; at: string; mayWrite: boolean }) {
  const { bookings, at, mayWrite } = props
  const t = useMessages(teamMessages).team
  const { firmnesses } = useMessages(capacityMessages).resources
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.bookings}
      captionHidden
      columns={[
        { key: 'who', label: t.who },
        { key: 'time', label: t.time },
        { key: 'amount', label: t.amount },
        { key: 'firmness', label: t.firmness },
        { key: 'reason', label: t.reason },
        ...(mayWrite ? [{ key: 'change', label: t.change }] : []),
      ]}
      rows={bookings.map((each) => {
        const who = each.person ?? each.vendor ?? t.openRole(each.jobRole)
        return {
          key: each.id,
          cells: [
            <>
              {who}
              {each.note ? <span className="cn-under">{each.note}</span> : null}
            </>,
            `${format.dateShort(each.fromOn)} – ${format.dateShort(each.toOn)}`,
            each.dayMinutes === null
              ? t.share(format.percent(each.sharePercent ?? 0))
              : t.perDay(hoursText(each.dayMinutes)),
            firmnesses[each.firmness],
            each.overReason || '–',
            ...(mayWrite
              ? [
                  <a key="change" href={`${at}/${each.id}`} aria-label={t.changeOf(who)}>
                    {t.change}
                  </a>,
                ]
              : []),
          ],
        }
      })}
    />
  )
}
