import { addDays, daysBetween, type LocalDate } from '@countersign/domain/calendar-day'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { weekMessages } from '../../messages/week'
import type { Due, DueKind } from './due.server'
import { placeOfDue } from './places'

/** Things that nobody named a day for: they wait since they came. */
const waiting: ReadonlySet<DueKind> = new Set<DueKind>([
  'to-bill',
  'draft-to-review',
  'hours-to-approve',
  'expenses-to-approve',
  'budget-to-review',
  'transfer-to-answer',
  'more-time-asked',
  'claim-unanswered',
  'defect-unanswered',
  'rejected',
  'hours-sent-back',
  'weeks-to-answer',
  'expenses-sent-back',
])

/** What waits for the reader, late first. */
export function DueList({ dues, today }: { dues: readonly Due[]; today: LocalDate }) {
  const t = useMessages(weekMessages).due
  const soon = addDays(today, 7)
  const parts = [
    { title: t.late, own: dues.filter(({ on }) => on !== null && on < today) },
    { title: t.soon, own: dues.filter(({ on }) => on !== null && on >= today && on <= soon) },
    { title: t.later, own: dues.filter(({ on }) => on === null || on > soon) },
  ]
  return (
    <Section title={t.title} note={dues.length > 0 ? t.count(dues.length) : undefined}>
      {dues.length === 0 ? <EmptyState title={t.none}>{t.noneHint}</EmptyState> : null}
      {parts.map(({ title, own }) =>
        own.length === 0 ? null : (
          <div key={title} className="cn-due">
            <h3>{title}</h3>
            <ul className="cn-list">
              {own.map((due) => (
                <DueItem key={due.key} due={due} today={today} />
              ))}
            </ul>
          </div>
        ),
      )}
    </Section>
  )
}

function DueItem({ due, today }: { due: Due; today: LocalDate }) {
  const t = useMessages(weekMessages).due
  const format = useFormat()
  const { on, project } = due
  return (
    <li>
      <span>
        <a href={placeOfDue(due)}>
          <DueWords due={due} />
        </a>
        {project ? (
          <span className="cn-under">
            {project.code} {project.name}
          </span>
        ) : null}
      </span>
      {on === null ? null : (
        <span className={on < today ? 'cs-bad' : 'cs-note'}>
          {on >= today
            ? `${format.date(on)}, ${format.relativeDays(on, today)}`
            : waiting.has(due.kind)
              ? t.waits(daysBetween(on, today))
              : t.overdue(format.days(daysBetween(on, today)))}
        </span>
      )}
    </li>
  )
}

/** What is due, in words, with what it is about. */
export function DueWords({ due: { kind, count, what } }: { due: Due }) {
  const t = useMessages(weekMessages).due
  const words = t.kinds[kind](count)
  return <>{what === '' ? words : `${words} · ${what}`}</>
}
