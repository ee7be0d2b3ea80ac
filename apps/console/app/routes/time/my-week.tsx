import { addDays } from '@countersign/domain/calendar-day'
import { daysOfWeek } from '@countersign/domain/work-week'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { useFormat, useLocale, useMessages } from '@countersign/ui/i18n-context'
import { LinkTabs } from '@countersign/ui/link-tabs'
import { timeMessages } from '../../messages/time'
import type { Task } from './task-options'
import { dayHead } from './week'
import { WeekEntries } from './week-entries'
import { WeekForm } from './week-form'
import type { WeekEntry, WeekRow } from './week.server'

type Props = {
  week: { rows: WeekRow[]; entries: WeekEntry[] }
  tasks: Task[]
  monday: string
  day: string
  today: string
  lastClosedDay: string | null
  comesBack?: boolean
}

/** The week with the way to those beside it; a phone shows one of its days. */
export function MyWeek(props: Props) {
  const { week, tasks, monday, day, today, lastClosedDay, comesBack = false } = props
  const t = useMessages(timeMessages).week
  const format = useFormat()
  const locale = useLocale()
  const sunday = addDays(monday, 6)
  const isCurrent = monday <= today && today <= sunday
  return (
    <Section
      id="week"
      title={t.title}
      note={t.range(format.date(monday), format.date(sunday))}
      actions={
        <>
          <LinkButton href={`/time?week=${addDays(monday, -7)}#week`} size="small">
            {t.previous}
          </LinkButton>
          {isCurrent ? null : (
            <LinkButton href="/time#week" size="small">
              {t.current}
            </LinkButton>
          )}
          {sunday < today ? (
            <LinkButton href={`/time?week=${addDays(monday, 7)}#week`} size="small">
              {t.next}
            </LinkButton>
          ) : null}
          <LinkButton href={`/time.csv?month=${day.slice(0, 7)}`} size="small" icon="download" download>
            {t.export}
          </LinkButton>
        </>
      }
    >
      <div className="cn-day-tabs">
        <LinkTabs
          label={t.dayView}
          items={daysOfWeek(monday).map((on) => ({
            to: `/time?week=${on}#week`,
            label: dayHead(on, locale),
            current: on === day,
          }))}
        />
      </div>
      {/* Other hours are other fields: what was typed for one week is not carried to the next. */}
      <WeekForm
        key={`${monday} ${week.rows.map(({ minutes }) => minutes.join()).join()}`}
        rows={week.rows}
        tasks={tasks}
        monday={monday}
        day={day}
        lastClosedDay={lastClosedDay}
        comesBack={comesBack}
      />
      {week.entries.length > 0 ? <WeekEntries entries={week.entries} /> : null}
    </Section>
  )
}
