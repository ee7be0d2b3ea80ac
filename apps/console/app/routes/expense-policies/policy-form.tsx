import { expenseCategories } from '@countersign/domain/expense'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { currencies } from '../../currencies'
import { spendingMessages } from '../../messages/spending'
import { useSubmitted } from '../../submitted'

export function PolicyForm() {
  const t = useMessages(spendingMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card title={t.policies.set} level={2}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Select
          name="category"
          label={t.policies.category}
          options={expenseCategories.map((value) => ({ value, label: t.categories[value] }))}
          defaultValue={typed('category', expenseCategories[0])}
          error={errors.category}
          required
        />
        <Select
          name="currency"
          label={t.policies.currency}
          options={currencies.map((value) => ({ value, label: value }))}
          defaultValue={typed('currency', currencies[0])}
          error={errors.currency}
          required
        />
        <TextInput
          name="limit"
          label={t.policies.limit}
          inputMode="decimal"
          autoComplete="off"
          width="short"
          defaultValue={typed('limit')}
          error={errors.limit}
          required
        />
        <TextInput
          name="receiptFrom"
          label={t.policies.receiptFrom}
          inputMode="decimal"
          autoComplete="off"
          width="short"
          defaultValue={typed('receiptFrom')}
          error={errors.receiptFrom}
          required
        />
        <p className="cs-note">{t.policies.setNote}</p>
        <div>
          <Button variant="primary">{t.policies.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
