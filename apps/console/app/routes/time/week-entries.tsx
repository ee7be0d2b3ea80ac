import { hoursText } from '@countersign/domain/work-time'
import { LinkButton } from '@countersign/ui/button'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { timeMessages } from '../../messages/time'
import type { WeekEntry } from './week.server'

/** Each entry with what was noted, and the way to take it back. */
export function WeekEntries({ entries }: { entries: WeekEntry[] }) {
  const { entries: t, kinds, handIn } = useMessages(timeMessages)
  const format = useFormat()
  return (
    <>
      <h3>{t.title}</h3>
      <ul className="cn-entries">
        {entries.map(({ id, workedOn, task, project, kind, minutes, note, isSubmitted, isApproved }) => (
          <li key={id}>
            <span>
              {format.dateShort(workedOn)} · <strong>{hoursText(minutes)}</strong> · {task}
              <span className="cn-under">{[project, kinds[kind], note].filter(Boolean).join(' · ')}</span>
            </span>
            {isSubmitted ? (
              <span className="cs-note">{handIn.states[isApproved ? 'approved' : 'submitted']}</span>
            ) : (
              <LinkButton
                href={`/time/entries/${id}/removal`}
                variant="quiet"
                size="small"
                aria-label={t.removeOf(hoursText(minutes), task, format.date(workedOn))}
              >
                {t.remove}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
