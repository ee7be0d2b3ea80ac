import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, DateInput, TextArea } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { buyingMessages } from '../../messages/buying'
import { useSubmitted } from '../../submitted'

export function ReviewForms({ isOwnRecord }: { isOwnRecord: boolean }) {
  const t = useMessages(buyingMessages).invoice
  const approval = useSubmitted({ intent: 'approve' })
  const { errors, typed } = useSubmitted({ intent: 'refuse' })
  return (
    <Stack>
      <Card title={t.approve} level={2}>
        {isOwnRecord ? (
          <p className="cs-note">{t.own}</p>
        ) : (
          <form className="cs-form" method="post">
            <input type="hidden" name="intent" value="approve" />
            <p className="cs-note">{t.approveLead}</p>
            <Checkbox
              name="isBillable"
              label={t.isBillable}
              defaultChecked={approval.typed('isBillable') === 'on'}
              error={approval.errors.isBillable}
            />
            <div>
              <Button variant="primary" icon="check">
                {t.approve}
              </Button>
            </div>
          </form>
        )}
      </Card>
      <Card title={t.refuse} level={2}>
        <form className="cs-form" method="post">
          <input type="hidden" name="intent" value="refuse" />
          <TextArea
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            rows={2}
            maxLength={1000}
            defaultValue={typed('reason')}
            error={errors.reason}
            required
          />
          <div>
            <Button variant="danger">{t.refuse}</Button>
          </div>
        </form>
      </Card>
    </Stack>
  )
}

export function PayForm({ from, today }: { from: string; today: string }) {
  const t = useMessages(buyingMessages).invoice
  const { errors, typed } = useSubmitted({ intent: 'pay' })
  return (
    <Card title={t.pay} level={2}>
      <form className="cs-form" method="post">
        <input type="hidden" name="intent" value="pay" />
        <DateInput
          name="paidOn"
          label={t.payDay}
          min={from}
          max={today}
          defaultValue={typed('paidOn', today)}
          error={errors.paidOn}
          required
        />
        <div>
          <Button variant="primary">{t.pay}</Button>
        </div>
      </form>
    </Card>
  )
}
