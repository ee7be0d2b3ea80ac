import { percentOf } from '@countersign/domain/work-week'
import { hoursText } from '@countersign/domain/work-time'
import { StateBadge } from '@countersign/ui/badge'
import { Card } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { hoursMessages } from '../../messages/hours'
import { useSubmitted } from '../../submitted'
import type { ReportWeek } from '../report-weeks/queries.server'
import { toneOfReport } from '../report-weeks/tone'
import { ApproveWeek, SendWeekBack } from '../time-approval/week-answers'

/** The week by projects, what is missing in it, and the two answers to what waits for the reader. */
export function WeekOfReport({ week }: { week: ReportWeek }) {
  const { reports: t } = useMessages(hoursMessages)
  const format = useFormat()
  const { problems } = useSubmitted()
  const share = (part: number, whole: number) => {
    const percent = percentOf(part, whole)
    return percent === null ? '–' : format.percent(percent)
  }
  const waits = week.projects.some(({ state }) => state === 'mine')
  return (
    <Stack>
      <ErrorSummary errors={problems} />
      <KeyFigures
        figures={[
          { label: t.hours, value: hoursText(week.minutes) },
          {
            label: t.billable,
            value: week.billablePercent === null ? '–' : format.percent(week.billablePercent),
          },
          {
            label: t.missing,
            value:
              week.missing.length === 0 ? t.none : format.list(week.missing.map((on) => format.dayMonth(on))),
          },
        ]}
      />
      <Card>
        {week.projects.length === 0 ? (
          <p>{t.nothingLogged}</p>
        ) : (
          <SimpleTable
            caption={t.byProject}
            captionHidden
            columns={[
              { key: 'project', label: t.project },
              { key: 'hours', label: t.hours, numeric: true },
              { key: 'billable', label: t.billable, numeric: true },
              { key: 'state', label: t.state },
            ]}
            rows={week.projects.map(({ projectId, project, minutes, billableMinutes, state }) => ({
              key: projectId,
              cells: [
                project,
                hoursText(minutes),
                share(billableMinutes, minutes),
                <StateBadge key="state" tone={toneOfReport[state]} label={t.states[state]} />,
              ],
            }))}
          />
        )}
        {waits ? (
          <ApproveWeek act="approved" minutes={week.mine} />
        ) : week.minutes > 0 ? (
          <p className="cs-note">{t.nothingToAnswer}</p>
        ) : null}
      </Card>
      {waits ? <SendWeekBack act="sent-back" note={t.sendBackNote} /> : null}
    </Stack>
  )
}
