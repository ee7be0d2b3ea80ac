import { hoursText } from '@countersign/domain/work-time'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { useMessages } from '@countersign/ui/i18n-context'
import { hoursMessages } from '../../messages/hours'
import { useSubmitted } from '../../submitted'

/** Approves a week as it was seen: with so many minutes. */
export function ApproveWeek({ act, minutes }: { act: string; minutes: number }) {
  const { approval: t } = useMessages(hoursMessages)
  return (
    <form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="minutes" value={minutes} />
      <Button variant="primary">{t.approve(hoursText(minutes))}</Button>
    </form>
  )
}

/** Gives a week back to its author, with a reason. */
export function SendWeekBack({ act, note }: { act: string; note: string }) {
  const { approval: t } = useMessages(hoursMessages)
  const { errors, typed } = useSubmitted({ act })
  return (
    <Card title={t.sendBackTitle} level={2}>
      <p className="cs-note">{note}</p>
      <form className="cs-form" method="post">
        <input type="hidden" name="act" value={act} />
        <TextArea
          name="reason"
          label={t.reason}
          rows={3}
          maxLength={500}
          defaultValue={typed('reason')}
          error={errors.reason}
          required
        />
        <div>
          <Button>{t.sendBack}</Button>
        </div>
      </form>
    </Card>
  )
}
