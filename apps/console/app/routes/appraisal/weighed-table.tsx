import { StateBadge } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import type { ReactNode } from 'react'
import { decisionsMessages } from '../../messages/decisions'
import type { Weighed } from './queries.server'

/** Options by criteria, with the totals; `cell` shows a score, or takes one. */
export function WeighedTable(props: {
  caption: string
  weighed: Weighed
  chosen?: number
  cell: (option: number, criterion: number) => ReactNode
}) {
  const { caption, weighed, chosen, cell } = props
  const t = useMessages(decisionsMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'option', label: t.definition.option },
        ...weighed.criteria.map(({ name, share }, at) => ({
          key: String(at),
          name: t.matrix.weighs(name, format.percent(Math.round(share * 10) / 10)),
          label: (
            <span className="cn-line">
              {name}
              <span className="cn-under">{t.matrix.share(format.percent(Math.round(share * 10) / 10))}</span>
            </span>
          ),
        })),
        { key: 'total', label: t.matrix.total },
      ]}
      rows={weighed.options.map(({ name, description, total, isBest }, option) => ({
        key: String(option),
        cells: [
          <span key="option" className="cn-line">
            {name}
            {description ? <span className="cn-under">{description}</span> : null}
            {option === chosen ? <StateBadge tone="paid" label={t.matrix.chosen} /> : null}
          </span>,
          ...weighed.criteria.map((_, criterion) => cell(option, criterion)),
          total === null ? (
            <span className="cs-note">{t.matrix.missing}</span>
          ) : (
            <span key="total" className="cn-line">
              <strong>{t.matrix.totalOf(format.number(Math.round(total * 100) / 100))}</strong>
              {isBest ? <StateBadge tone="accepted" label={t.matrix.best} /> : null}
            </span>
          ),
        ],
      }))}
    />
  )
}
