import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { clockMessages } from '../../messages/clock'
import { useSubmitted } from '../../submitted'
import type { RunningClock } from './queries.server'

export function PauseForm({ clock }: { clock: RunningClock }) {
  const t = useMessages(clockMessages).clock
  const { errors, typed } = useSubmitted({ intent: 'pause' })
  return (
    <Card title={t.pause}>
      <form className="cs-form" method="post">
        <input type="hidden" name="intent" value="pause" />
        <input type="hidden" name="submissionId" value={clock.submissionId} />
        <ChoiceGroup
          name="cause"
          legend={t.cause}
          options={(['supplier', 'other'] as const).map((value) => ({ value, label: t.causes[value] }))}
          defaultValue={typed('cause')}
          error={errors.cause}
          required
        />
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
        <FormActions>
          <Button>{t.pause}</Button>
        </FormActions>
      </form>
    </Card>
  )
}

export function ResumeForm({ clock }: { clock: RunningClock }) {
  const t = useMessages(clockMessages).clock
  return (
    <form method="post">
      <input type="hidden" name="intent" value="resume" />
      <input type="hidden" name="submissionId" value={clock.submissionId} />
      <Button variant="primary">{t.resume}</Button>
    </form>
  )
}
