import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { AgeingPage } from './queries.server'

export function OverdueTable({ overdue }: Pick<AgeingPage, 'overdue'>) {
  const t = useMessages(invoicingMessages).ageing
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.overdueCaption}
      captionHidden
      columns={[
        { key: 'invoice', label: t.invoice },
        { key: 'customer', label: t.customer },
        { key: 'due', label: t.due },
        { key: 'days', label: t.days, numeric: true },
        { key: 'reminded', label: t.reminded },
        { key: 'open', label: t.open, numeric: true },
      ]}
      rows={overdue.map(({ id, number, customer, dueOn, days, level, isPaused, open }) => ({
        key: id,
        cells: [
          <a key="invoice" className="cn-number" href={`/invoices/${id}`}>
            {number}
          </a>,
          customer,
          <Day key="due" on={dueOn} short />,
          format.number(days),
          isPaused ? t.paused : level === null ? t.never : t.level(level),
          <Amount key="open" value={open} />,
        ],
      }))}
    />
  )
}
