import { TextArea } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../form-answer'
import { ceremonyMessages } from '../messages/ceremony'

/** Why a decision is taken back or put right. */
export function ReasonField() {
  const t = useMessages(ceremonyMessages)
  const { error, typed } = useFormAnswer()
  return (
    <TextArea
      name="reason"
      label={t.reason}
      hint={t.reasonHint}
      rows={4}
      maxLength={2000}
      required
      defaultValue={typed('reason')}
      error={error.reason}
    />
  )
}
