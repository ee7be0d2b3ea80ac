import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, MoneyInput, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'
import { HoursToCredit } from './hours-to-credit'
import type { CreditableInvoice } from './queries.server'

export function CreditForm({ invoice }: { invoice: CreditableInvoice }) {
  const t = useMessages(invoicingMessages).credit
  const format = useFormat()
  const { problems, errors, typed, chosen } = useSubmitted()
  if (invoice.lines.length === 0 && problems.length === 0) return <Notice tone="info">{t.nothingLeft}</Notice>
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextInput
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          defaultValue={typed('reason')}
          error={errors.reason}
          maxLength={200}
          required
        />
        <Checkbox
          name="whole"
          label={t.whole}
          hint={t.wholeHint}
          defaultChecked={typed('whole') === 'on'}
          error={errors.whole}
        />
        {invoice.lines.map(({ id, description, left, hours }, index) => (
          <div key={id}>
            <input type="hidden" name={`lines.${index}.id`} value={id} />
            <MoneyInput
              name={`lines.${index}.amount`}
              label={t.line(description)}
              hint={t.left(format.amount(left))}
              currency={invoice.currency}
              defaultValue={typed(`lines.${index}.amount`)}
              error={errors[`lines.${index}.amount`]}
              optional
            />
            {hours.length > 1 ? <HoursToCredit hours={hours} chosen={chosen('hours')} /> : null}
          </div>
        ))}
        <div>
          <Button variant="primary">{t.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
