import { ageingBuckets } from '@countersign/domain/invoicing/dunning'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { AgeingPage } from './queries.server'

/** Open amounts by customer and age, with the sums of each currency under them. */
export function AgeingTable({ customers, totals }: Pick<AgeingPage, 'customers' | 'totals'>) {
  const t = useMessages(invoicingMessages).ageing
  const cells = ({ amounts, open }: Pick<AgeingPage['totals'][number], 'amounts' | 'open'>) => [
    ...amounts.map((amount, index) =>
      amount.minor === '0' ? '–' : <Amount key={ageingBuckets[index]} value={amount} />,
    ),
    <Amount key="open" value={open} />,
  ]
  return (
    <SimpleTable
      caption={t.caption}
      captionHidden
      columns={[
        { key: 'customer', label: t.customer },
        ...ageingBuckets.map((bucket) => ({ key: bucket, label: t.buckets[bucket], numeric: true })),
        { key: 'open', label: t.total, numeric: true },
      ]}
      rows={[
        ...customers.map((row) => ({
          key: row.key,
          cells: [
            <a key="customer" href={`/customers/${row.customerId}/statement`}>
              {row.customer}
            </a>,
            ...cells(row),
          ],
        })),
        ...totals.map((row) => ({
          key: row.currency,
          cells: [
            <span key="sum" className="cn-sum">
              {t.sum(row.currency)}
            </span>,
            ...cells(row),
          ],
        })),
      ]}
    />
  )
}
