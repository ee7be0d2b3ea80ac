import { hoursText } from '@countersign/domain/work-time'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Icon } from '@countersign/ui/icon'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { budgetMessages } from '../../messages/budget'
import { positionKey } from './position-key'
import type { BudgetPage } from './queries.server'

/** Each work package by cost type, and the whole. `estimateAt` is where its manager estimates anew. */
export function PositionTable(props: {
  rows: BudgetPage['rows']
  sums: NonNullable<BudgetPage['sums']>
  estimateAt: string | null
}) {
  const { rows, sums, estimateAt } = props
  const { position: t, costTypes, noPackage } = useMessages(budgetMessages)
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <Card>
      <SimpleTable
        caption={t.byPackage}
        columns={[
          { key: 'package', label: t.workPackage },
          { key: 'type', label: t.type },
          { key: 'budget', label: t.budget, numeric: true },
          { key: 'actual', label: t.actual, numeric: true },
          { key: 'committed', label: t.committed, numeric: true },
          { key: 'etc', label: t.etc, numeric: true },
          { key: 'eac', label: t.eac, numeric: true },
          { key: 'left', label: t.variance, numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: `${row.taskUid ?? ''} ${row.workPackage} ${row.costType}`,
          cells: [
            row.workPackage || noPackage,
            costTypes[row.costType],
            <Amount key="budget" value={row.budget} />,
            <>
              <Amount value={row.actual} />
              {row.unratedMinutes > 0 ? (
                <span className="cn-flag">
                  <Icon name="alert" /> {t.unrated(hoursText(row.unratedMinutes))}
                </span>
              ) : null}
            </>,
            <Amount key="committed" value={row.committed} />,
            <>
              {estimateAt ? (
                <a
                  href={estimateHref(estimateAt, row)}
                  aria-label={`${t.estimate}: ${format.amount(row.etc)}`}
                >
                  <Amount value={row.etc} />
                </a>
              ) : (
                <Amount value={row.etc} />
              )}
              <span className="cn-under">{t.methods[row.etcMethod]}</span>
            </>,
            <Amount key="eac" value={row.eac} />,
            <span key="left" className={row.variance.isOver ? 'cs-bad' : undefined}>
              <Amount value={row.variance.money} />
              {row.variance.percent === null ? null : (
                <span className="cn-under">{format.percent(row.variance.percent)}</span>
              )}
            </span>,
          ],
        }))}
        foot={[
          t.total,
          '',
          <Amount key="budget" value={sums.budget} />,
          <Amount key="actual" value={sums.actual} />,
          <Amount key="committed" value={sums.committed} />,
          <Amount key="etc" value={sums.etc} />,
          <Amount key="eac" value={sums.eac} />,
          <Amount key="left" value={sums.variance.money} />,
        ]}
      />
    </Card>
  )
}

function estimateHref(at: string, row: BudgetPage['rows'][number]): string {
  const params = new URLSearchParams({ of: positionKey(row) })
  return `${at}?${params}`
}
