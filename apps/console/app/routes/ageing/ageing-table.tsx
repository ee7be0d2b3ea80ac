import { ageingBuckets } from '@countersign/domain/invoicing/dunning'
import { Card } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { PartsBar } from '@countersign/ui/parts-bar'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { AgeingPage } from './queries.server'

/** What is open in each currency: how old it is at a glance, and by customer in figures. */
export function AgeingTable({ customers, totals }: Pick<AgeingPage, 'customers' | 'totals'>) {
  const t = useMessages(invoicingMessages).ageing
  return (
    <>
      {totals.map(({ currency, amounts, open }) => (
        <Card key={currency}>
          <PartsBar
            title={t.openIn(currency)}
            total={open}
            parts={ageingBuckets.map((bucket, index) => ({
              key: `age-${index}`,
              label: t.buckets[bucket],
              minor: amounts[index]!.minor,
            }))}
          />
        </Card>
      ))}
      <CustomerTable customers={customers} totals={totals} />
    </>
  )
}

/** Open amounts by customer and age, with the sums of each currency under them. */
function CustomerTable({ customers, totals }: Pick<AgeingPage, 'customers' | 'totals'>) {
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
