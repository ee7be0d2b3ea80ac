import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Fieldset, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { FormRows } from '../../form-rows'
import { contractMessages } from '../../messages/contract'
import { useSubmitted } from '../../submitted'
import type { Changeable } from './queries.server'
import { StepRow } from './step-row'

export function ChangeForm({ contract }: { contract: Changeable }) {
  const t = useMessages(contractMessages).changes
  const { problems, errors, typed, rows } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        <TextInput
          name="title"
          label={t.titleField}
          defaultValue={typed('title')}
          error={errors.title}
          maxLength={120}
          autoComplete="off"
          required
        />
        <TextArea
          name="scope"
          label={t.scope}
          hint={t.scopeHint}
          rows={4}
          defaultValue={typed('scope')}
          error={errors.scope}
          maxLength={4000}
          required
        />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={2}
          defaultValue={typed('reason')}
          error={errors.reason}
          maxLength={2000}
          required
        />
        <TextInput
          name="daysLater"
          label={t.daysLater}
          hint={t.daysLaterHint}
          inputMode="numeric"
          defaultValue={typed('daysLater', '0')}
          error={errors.daysLater}
          autoComplete="off"
          required
        />
      </Card>
      <Card>
        <Fieldset legend={t.steps} hint={t.stepsHint} id="steps">
          <FormRows rows={rows('steps', [])} spareFrom={300} spare={2}>
            {(row, position) => <StepRow row={row} position={position} contract={contract} />}
          </FormRows>
        </Fieldset>
      </Card>
      <Notice tone="info">{t.submitNote}</Notice>
      <FormActions>
        <Button variant="primary">{t.submit}</Button>
      </FormActions>
    </form>
  )
}
