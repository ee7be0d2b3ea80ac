import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { MoneyInput, Select, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { budgetMessages } from '../../messages/budget'
import { useSubmitted } from '../../submitted'
import type { Transfer } from './queries.server'
import { useLineName } from './transfer-words'

type Line = { id: string } & Transfer['from']
type Risk = { id: string; number: number; title: string }

export function TransferForm(props: { currency: string; lines: readonly Line[]; risks: readonly Risk[] }) {
  const { currency, lines, risks } = props
  const t = useMessages(budgetMessages).transfers
  const lineName = useLineName()
  const { problems, errors, typed } = useSubmitted()
  const options = [
    { value: '', label: t.choose },
    ...lines.map((line) => ({ value: line.id, label: lineName(line) })),
  ]
  return (
    <Card title={t.ask}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <Select
          name="from"
          label={t.from}
          options={options}
          defaultValue={typed('from')}
          error={errors.from}
          required
        />
        <Select
          name="to"
          label={t.to}
          options={options}
          defaultValue={typed('to')}
          error={errors.to}
          required
        />
        <MoneyInput
          name="amount"
          label={t.amount}
          currency={currency}
          defaultValue={typed('amount')}
          error={errors.amount}
          required
        />
        <Select
          name="risk"
          label={t.risk}
          hint={t.riskHint}
          options={[
            { value: '', label: t.noRisk },
            ...risks.map(({ id, number, title }) => ({ value: id, label: t.riskOf(number, title) })),
          ]}
          defaultValue={typed('risk')}
          error={errors.risk}
          optional
        />
        <TextArea
          name="reason"
          label={t.reason}
          defaultValue={typed('reason')}
          error={errors.reason}
          rows={2}
          required
        />
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
