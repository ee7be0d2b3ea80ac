import { addDays } from '@countersign/domain/calendar-day'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { timeMessages } from '../../messages/time'
import { WeekEntries, type Entry } from './week-entries'
import { WeekGrid } from './week-grid'

export function MyWeek({ entries, monday, today }: { entries: Entry[]; monday: string; today: string }) {
  const t = useMessages(timeMessages).week
  const format = useFormat()
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
        </>
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={t.none}>{isCurrent ? t.noneHint : null}</EmptyState>
      ) : (
        <>
          <WeekGrid entries={entries} monday={monday} />
          <WeekEntries entries={entries} />
        </>
      )}
    </Section>
  )
}
