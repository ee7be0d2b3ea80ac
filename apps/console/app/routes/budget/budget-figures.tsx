import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { budgetMessages } from '../../messages/budget'
import type { BudgetPage } from './queries.server'

type Sums = NonNullable<BudgetPage['sums']>

/** What it comes to: against what was first approved, and against what was approved since. */
export function BudgetFigures({ sums, version }: { sums: Sums; version: number | null }) {
  const t = useMessages(budgetMessages).position
  const format = useFormat()
  const { variance } = sums
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t.inForce,
            value: <Amount value={sums.budget} />,
            note: version === null ? t.empty : t.ofVersion(version),
          },
          { label: t.actual, value: <Amount value={sums.actual} /> },
          { label: t.committed, value: <Amount value={sums.committed} /> },
          { label: t.eac, value: <Amount value={sums.eac} />, note: t.eacNote },
          {
            label: t.variance,
            value: <Amount value={variance.money} />,
            note: variance.percent === null ? undefined : t.varianceNote(format.percent(variance.percent)),
            tone: version === null ? 'plain' : variance.isOver ? 'bad' : 'good',
          },
        ]}
      />
      {version === null ? null : (
        <Card>
          <SimpleTable
            caption={t.againstCaption}
            columns={[
              { key: 'against', label: t.against },
              { key: 'budget', label: t.budget, numeric: true },
              { key: 'eac', label: t.eac, numeric: true },
              { key: 'left', label: t.variance, numeric: true },
              { key: 'percent', label: t.percent, numeric: true },
            ]}
            rows={[
              { key: 'original', cells: cellsOf(t.againstOriginal, sums.original, sums.originalVariance) },
              { key: 'now', cells: cellsOf(t.againstNow, sums.budget, variance) },
            ]}
          />
        </Card>
      )}
    </>
  )

  function cellsOf(name: string, budget: Sums['budget'], left: Sums['variance']) {
    return [
      name,
      <Amount key="budget" value={budget} />,
      <Amount key="eac" value={sums.eac} />,
      <span key="left" className={left.isOver ? 'cs-bad' : undefined}>
        <Amount value={left.money} />
      </span>,
      left.percent === null ? '–' : format.percent(left.percent),
    ]
  }
}
