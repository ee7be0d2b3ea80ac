import { hoursText } from '@countersign/domain/work-time'
import { Card } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { hoursMessages } from '../../messages/hours'
import { useSubmitted } from '../../submitted'
import { WeekByTask } from '../time-hand-in/week-by-task'
import type { HandInState, WeekRow } from '../time/week.server'
import { ApproveWeek, SendWeekBack } from './week-answers'

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
        {week.waitingMinutes > 0 ? <ApproveWeek act="approve" minutes={week.waitingMinutes} /> : null}
      </Card>
      {week.notes.length > 0 ? <Notes notes={week.notes} /> : null}
      {canSendBack ? <SendWeekBack act="send-back" note={t.sendBackNote} /> : null}
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
