import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { Format } from '@countersign/ui/i18n/format'
import { SimpleTable } from '@countersign/ui/simple-table'
import { capacityMessages } from '../../messages/capacity'

export type Leave = {
  id: string
  who: string
  kind: 'holiday' | 'sick' | 'training' | 'other'
  fromOn: string
  toOn: string
  isHalfDay: boolean
  state: 'open' | 'approved' | 'refused' | 'withdrawn'
}

export const toneOfLeave: Record<Leave['state'], Tone> = {
  open: 'waiting',
  approved: 'accepted',
  refused: 'rejected',
  withdrawn: 'neutral',
}

export function daysText(format: Format, { fromOn, toOn }: Pick<Leave, 'fromOn' | 'toOn'>): string {
  return fromOn === toOn
    ? format.dateShort(fromOn)
    : `${format.dateShort(fromOn)} – ${format.dateShort(toOn)}`
}

export function LeaveTable({
  rows,
  caption,
  withName,
}: {
  rows: readonly Leave[]
  caption: string
  withName: boolean
}) {
  const { leave: t, person } = useMessages(capacityMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={caption}
      captionHidden
      columns={[
        ...(withName ? [{ key: 'who', label: t.who }] : []),
        { key: 'days', label: t.days },
        { key: 'kind', label: t.kind },
        { key: 'state', label: t.state },
        { key: 'look', label: t.look },
      ]}
      rows={rows.map((leave) => {
        const days = daysText(format, leave)
        return {
          key: leave.id,
          cells: [
            ...(withName ? [leave.who] : []),
            leave.isHalfDay ? `${days} (${person.halfDay})` : days,
            t.kinds[leave.kind],
            <StateBadge key="state" tone={toneOfLeave[leave.state]} label={t.states[leave.state]} />,
            <a key="look" href={`/leave/${leave.id}`} aria-label={t.lookOf(days)}>
              {t.look}
            </a>,
          ],
        }
      })}
    />
  )
}
