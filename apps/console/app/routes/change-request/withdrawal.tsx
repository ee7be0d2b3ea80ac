import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { contractMessages } from '../../messages/contract'
import { useSubmitted } from '../../submitted'

/** As long as nobody decided, we may take the change back, saying why. */
export function Withdrawal() {
  const t = useMessages(contractMessages).changes
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card title={t.withdraw}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextArea
          name="reason"
          label={t.withdrawReason}
          rows={2}
          maxLength={2000}
          defaultValue={typed('reason')}
          error={errors.reason}
          required
        />
        <FormActions>
          <Button variant="danger">{t.withdraw}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
