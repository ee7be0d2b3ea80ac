import { hoursText } from '@countersign/domain/work-time'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextArea } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { hoursMessages } from '../../messages/hours'
import { useSubmitted } from '../../submitted'
import { WeekByTask } from '../time-hand-in/week-by-task'
import type { HandInState, WeekRow } from '../time/week.server'

type Week = {
  weekOn: string
  waitingMinutes: number
  state: HandInState
  rows: WeekRow[]
  notes: { id: string; workedOn: string; minutes: number; task: string; note: string }[]
}

/** The hours by task with what was noted, and the two answers to them. */
export function WeekToDecide({ week }: { week: Week }) {
  const { approval: t } = useMessages(hoursMessages)
  const { problems } = useSubmitted()
  const { errors, typed } = useSubmitted({ act: 'send-back' })
  const canSendBack =
    week.state === 'submitted' ||
    week.state === 'checked' ||
    week.state === 'approved' ||
    week.waitingMinutes > 0
  return (
    <Stack>
      <ErrorSummary errors={problems} />
      <Card>
        <WeekByTask rows={week.rows} monday={week.weekOn} />
        {week.waitingMinutes > 0 ? (
          <form method="post">
            <input type="hidden" name="act" value="approve" />
            <input type="hidden" name="minutes" value={week.waitingMinutes} />
            <Button variant="primary">{t.approve(hoursText(week.waitingMinutes))}</Button>
          </form>
        ) : null}
      </Card>
      {week.notes.length > 0 ? <Notes notes={week.notes} /> : null}
      {canSendBack ? (
        <Card title={t.sendBackTitle} level={2}>
          <p className="cs-note">{t.sendBackNote}</p>
          <form className="cs-form" method="post">
            <input type="hidden" name="act" value="send-back" />
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
      ) : null}
    </Stack>
  )
}

function Notes({ notes }: Pick<Week, 'notes'>) {
  const { approval: t } = useMessages(hoursMessages)
  const format = useFormat()
  return (
    <Card title={t.notes} level={2}>
      <ul className="cn-entries">
        {notes.map(({ id, workedOn, minutes, task, note }) => (
          <li key={id}>
            <span>
              {format.dateShort(workedOn)} · <strong>{hoursText(minutes)}</strong> · {task}
              <span className="cn-under">{note}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
