import type { ExpenseCategory } from '@countersign/domain/expense'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { spendingMessages } from '../messages/spending'

type Limit = { category: ExpenseCategory; currency: string; limit: MoneyText; receiptFrom: MoneyText }

/** What an expense may be, beside the form that asks for one. */
export function LimitTable({ limits }: { limits: Limit[] }) {
  const t = useMessages(spendingMessages)
  const format = useFormat()
  return (
    <Card title={t.form.limits} level={2}>
      {limits.length === 0 ? (
        <p className="cs-note">{t.form.noLimits}</p>
      ) : (
        <SimpleTable
          caption={t.form.limitCaption}
          captionHidden
          columns={[
            { key: 'category', label: t.form.category },
            { key: 'limit', label: t.form.limit, numeric: true },
          ]}
          rows={limits.map(({ category, currency, limit, receiptFrom }) => ({
            key: `${category} ${currency}`,
            cells: [
              t.categories[category],
              <span key="limit">
                <Amount value={limit} />
                <span className="cn-under">{t.form.receiptFrom(format.amount(receiptFrom))}</span>
              </span>,
            ],
          }))}
        />
      )}
    </Card>
  )
}
