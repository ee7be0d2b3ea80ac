import { hoursText } from '@countersign/domain/work-time'
import { LinkButton } from '@countersign/ui/button'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { timeMessages } from '../../messages/time'

export type Entry = {
  id: string
  taskId: string
  task: string
  project: string
  workedOn: string
  minutes: number
  note: string
}

/** Each entry with what was noted, and the way to take it back. */
export function WeekEntries({ entries }: { entries: Entry[] }) {
  const t = useMessages(timeMessages).entries
  const format = useFormat()
  return (
    <>
      <h3>{t.title}</h3>
      <ul className="cn-entries">
        {entries.map(({ id, workedOn, task, project, minutes, note }) => (
          <li key={id}>
            <span>
              {format.dateShort(workedOn)} · <strong>{hoursText(minutes)}</strong> · {task}
              <span className="cn-under">{note ? `${project} · ${note}` : project}</span>
            </span>
            <LinkButton
              href={`/time/entries/${id}/removal`}
              variant="quiet"
              size="small"
              aria-label={t.removeOf(hoursText(minutes), task, format.date(workedOn))}
            >
              {t.remove}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  )
}
