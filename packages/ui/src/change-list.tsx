import { type LocalDate, daysBetween } from '@countersign/domain/calendar-day'
import type { ReactNode } from 'react'
import { useFormat, useUiMessages } from './i18n-context'
import { Icon, type IconName } from './icon'

export type Change =
  | { kind: 'moved'; name: string; from: LocalDate; to: LocalDate }
  | { kind: 'added' | 'removed' | 'reworded'; name: string; what?: ReactNode }
  | { kind: 'progress'; name?: string; from: number; to: number }
  | { kind: 'state'; name: string; from: string; to: string }

const icons: Record<Change['kind'], IconName> = {
  moved: 'arrow-right',
  added: 'plus',
  removed: 'minus',
  reworded: 'text',
  progress: 'arrow-up',
  state: 'dot',
}

/** What differs from the last publication, as a customer reads it. */
export function ChangeList(props: { changes: readonly Change[] }) {
  const messages = useUiMessages()
  if (props.changes.length === 0) return <p className="cs-note">{messages.noChange}</p>
  return (
    <ul className="cs-changes">
      {props.changes.map((change, index) => (
        <li className={`cs-change cs-change-${toneOf(change)}`} key={index}>
          <span className="cs-change-kind">
            <Icon
              name={change.kind === 'progress' && change.to < change.from ? 'arrow-down' : icons[change.kind]}
            />
            {messages.changed[change.kind]}
          </span>
          <span className="cs-change-words">
            <strong>{change.name ?? messages.overallProgress}</strong> <ChangeText change={change} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function toneOf(change: Change): 'worse' | 'better' | 'plain' {
  if (change.kind === 'moved') return change.to > change.from ? 'worse' : 'better'
  if (change.kind === 'progress') return change.to < change.from ? 'worse' : 'better'
  return 'plain'
}

function ChangeText({ change }: { change: Change }) {
  const messages = useUiMessages()
  const format = useFormat()
  switch (change.kind) {
    case 'moved': {
      const days = daysBetween(change.from, change.to)
      const size = format.days(Math.abs(days))
      return (
        <>
          {messages.fromTo(format.date(change.from), format.date(change.to))}{' '}
          <span className="cs-slip">{days > 0 ? messages.later(size) : messages.earlier(size)}</span>
        </>
      )
    }
    case 'progress':
      return <>{messages.fromTo(format.percent(change.from), format.percent(change.to))}</>
    case 'state':
      return <>{messages.fromTo(change.from, change.to)}</>
    default:
      return <>{change.what}</>
  }
}
