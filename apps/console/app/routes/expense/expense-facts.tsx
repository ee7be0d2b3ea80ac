import type { SerializeFrom } from '@remix-run/node'
import { Card } from '@countersign/ui/card'
import { FactLog } from '@countersign/ui/fact-log'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { Amount, Day } from '@countersign/ui/values'
import { spendingMessages } from '../../messages/spending'
import type { expensePage } from './queries.server'

type Expense = SerializeFrom<NonNullable<Awaited<ReturnType<typeof expensePage>>>>

export function ExpenseFacts({ expense }: { expense: Expense }) {
  const { expense: t, categories } = useMessages(spendingMessages)
  const { project, task, category, spentOn, gross, tax, net, isBillable, overLimitReason, costs } = expense
  return (
    <Card title={t.facts} level={2}>
      <Facts
        columns={2}
        facts={[
          { label: t.project, value: project },
          { label: t.task, value: task ?? t.noTask },
          { label: t.category, value: categories[category] },
          { label: t.day, value: <Day on={spentOn} /> },
          { label: t.gross, value: <Amount value={gross} /> },
          { label: t.tax, value: <Amount value={tax} /> },
          { label: t.net, value: <Amount value={net} /> },
          ...(costs ? [{ label: t.cost, value: <Cost costs={costs} currency={gross.currency} /> }] : []),
          { label: t.billable, value: isBillable ? t.yes : t.no },
          ...(costs?.line ? [{ label: t.line, value: costs.line }] : []),
          ...(overLimitReason ? [{ label: t.overLimit, value: overLimitReason }] : []),
          { label: t.receipt, value: <Receipt expense={expense} /> },
        ]}
      />
    </Card>
  )
}

function Cost({
  costs: { cost, rate },
  currency,
}: {
  costs: NonNullable<Expense['costs']>
  currency: string
}) {
  const t = useMessages(spendingMessages).expense
  const format = useFormat()
  if (!cost) return t.noRate
  return (
    <>
      <Amount value={cost} />
      {rate !== null && cost.currency !== currency ? (
        <span className="cn-under">{t.rate(format.number(rate))}</span>
      ) : null}
    </>
  )
}

function Receipt({ expense: { receiptSha256, receiptName } }: { expense: Expense }) {
  const t = useMessages(spendingMessages).expense
  if (!receiptSha256) return t.noReceipt
  return <a href={`/files/${receiptSha256}`}>{receiptName}</a>
}

export function ExpenseHistory({ expense: { reviews } }: { expense: Expense }) {
  const t = useMessages(spendingMessages).expense
  const tones = { submitted: 'waiting', approved: 'accepted', 'sent-back': 'rejected' } as const
  return (
    <Card title={t.history} level={2}>
      {reviews.length === 0 ? (
        <p className="cs-note">{t.nothingYet}</p>
      ) : (
        <FactLog
          entries={reviews.map(({ id, at, by, act, reason }) => ({
            key: id,
            at,
            who: by,
            what: t.acts[act],
            tone: tones[act],
            children: reason ? <Prose text={reason} /> : undefined,
          }))}
        />
      )}
    </Card>
  )
}
