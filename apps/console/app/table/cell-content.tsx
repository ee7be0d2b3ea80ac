import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { Amount, Day } from '@countersign/ui/values'
import { tableMessages } from '../messages/table'
import { MarginPercent } from '../routes/margins/margin-percent'
import type { Cell } from './cells'

export function CellContent({ cell }: { cell: Cell | undefined }) {
  const t = useMessages(tableMessages)
  const format = useFormat()
  if (!cell) return null
  switch (cell.kind) {
    case 'text':
      return (
        <>
          {cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text}
          {cell.under ? <span className="cn-under">{cell.under}</span> : null}
        </>
      )
    case 'money':
      if (cell.without?.length)
        return (
          <span className="cn-flag">
            <Icon name="alert" /> {t.withoutRate(cell.without.join(', '))}
          </span>
        )
      return cell.amount ? <Amount value={cell.amount} /> : <>–</>
    case 'percent':
      if (cell.of) return <MarginPercent percent={cell.percent} {...cell.of} />
      return cell.percent === null ? (
        <>–</>
      ) : (
        <span className={cell.percent < 0 ? 'cs-bad' : undefined}>{format.percent(cell.percent)}</span>
      )
    case 'hours':
      return (
        <>
          {hoursText(cell.minutes)}
          {cell.unrated ? (
            <span className="cn-flag">
              <Icon name="alert" /> {t.unratedHours(hoursText(cell.unrated))}
            </span>
          ) : null}
        </>
      )
    case 'count':
      return <>{format.number(cell.count)}</>
    case 'day':
      return cell.on === null ? <>–</> : <Day on={cell.on} short />
  }
}
