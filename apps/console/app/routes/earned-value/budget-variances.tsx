import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { controlMessages } from '../../messages/control'
import type { Unit } from './explained-text'
import type { EarnedValuePage } from './page.server'
import { useShown } from './shown'

type Variances = EarnedValuePage['budget']

/** What was spent so far against what was first agreed, and against what is agreed now. */
export function BudgetVariances({ page: { budget, money } }: { page: EarnedValuePage }) {
  const t = useMessages(controlMessages).earned
  return (
    <Card title={t.budgetVariance} level={3}>
      <p className="cs-note">{t.budgetNote}</p>
      <VarianceTable caption={t.inHours} budget={budget} unit={{ kind: 'work' }} />
      {money?.budget ? (
        <VarianceTable
          caption={t.inMoney}
          budget={money.budget}
          unit={{ kind: 'money', currency: money.currency }}
        />
      ) : null}
    </Card>
  )
}

function VarianceTable({ caption, budget, unit }: { caption: string; budget: Variances; unit: Unit }) {
  const t = useMessages(controlMessages).earned
  const format = useFormat()
  const { amount } = useShown(unit)
  const cells = (name: string, { budget: agreed, variance, percent, isOver }: Variances['original']) => [
    name,
    amount(agreed),
    amount(budget.actual),
    <span key="variance" className={isOver ? 'cs-bad' : undefined}>
      {amount(variance)}
    </span>,
    percent === null ? '–' : format.percent(Number(percent)),
  ]
  return (
    <SimpleTable
      caption={caption}
      columns={[
        { key: 'against', label: t.comparedWith },
        { key: 'budget', label: t.budget, numeric: true },
        { key: 'actual', label: t.spent, numeric: true },
        { key: 'variance', label: t.left, numeric: true },
        { key: 'percent', label: t.leftPercent, numeric: true },
      ]}
      rows={[
        { key: 'original', cells: cells(t.firstAgreed, budget.original) },
        { key: 'adjusted', cells: cells(t.agreedNow, budget.adjusted) },
      ]}
    />
  )
}
