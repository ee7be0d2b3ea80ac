import { hoursText } from '@countersign/domain/work-time'
import { Button } from '@countersign/ui/button'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day, Instant } from '@countersign/ui/values'
import { hoursMessages } from '../../messages/hours'
import { useSubmitted } from '../../submitted'

type Week = {
  projectId: string
  project: string
  staffId: string
  who: string
  weekOn: string
  minutes: number
  billableMinutes: number
  handedInAt: string
}

/** Weeks with a box each, to approve many at once, and the way to look at one. */
export function WeeksForm({ weeks }: { weeks: Week[] }) {
  const t = useMessages(hoursMessages).approvals
  const format = useFormat()
  const { problems, chosen } = useSubmitted()
  const ticked = chosen('weeks')
  return (
    <form className="cn-week" method="post" action="/time/approvals">
      <ErrorSummary errors={problems} />
      <SimpleTable
        caption={t.caption}
        captionHidden
        columns={[
          { key: 'who', label: t.who },
          { key: 'choose', label: t.choose },
          { key: 'project', label: t.project },
          { key: 'week', label: t.week },
          { key: 'hours', label: t.hours, numeric: true },
          { key: 'billable', label: t.billable, numeric: true },
          { key: 'handedIn', label: t.handedIn },
          { key: 'look', label: t.look },
        ]}
        rows={weeks.map(
          ({ projectId, project, staffId, who, weekOn, minutes, billableMinutes, handedInAt }, index) => {
            const value = [projectId, staffId, weekOn, minutes].join(' ')
            const week = format.date(weekOn)
            return {
              key: value,
              cells: [
                who,
                <input
                  key="choose"
                  type="checkbox"
                  id={index === 0 ? 'weeks' : undefined}
                  name="weeks"
                  value={value}
                  defaultChecked={ticked.includes(value)}
                  aria-label={t.chooseOf(who, project, week)}
                />,
                project,
                <Day key="week" on={weekOn} short />,
                hoursText(minutes),
                hoursText(billableMinutes),
                <Instant key="at" at={handedInAt} />,
                <a
                  key="look"
                  href={`/time/approvals/${projectId}/${staffId}/${weekOn}`}
                  aria-label={t.lookOf(who, week)}
                >
                  {t.look}
                </a>,
              ],
            }
          },
        )}
      />
      <FormActions>
        <Button variant="primary">{t.approveChosen}</Button>
      </FormActions>
    </form>
  )
}
