import { demandOf } from '@countersign/domain/capacity/load'
import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { teamMessages } from '../messages/team'
import type { OverWeek } from './over-allocated.server'

const MOST = 4

/** Who is asked for too much in the project, and how many skills are missing: where the plan is looked at. */
export function OverNotice({
  projectId,
  over,
  gaps,
  mayLevel,
}: {
  projectId: string
  over: readonly OverWeek[]
  gaps: number
  mayLevel: boolean
}) {
  const t = useMessages(teamMessages).over
  const format = useFormat()
  if (over.length === 0 && gaps === 0) return null
  return (
    <Notice tone="warning" title={over.length > 0 ? t.title : t.gaps(gaps)}>
      {over.length > 0 ? (
        <ul>
          {over.slice(0, MOST).map(({ staffId, name, on, load }) => (
            <li key={`${staffId} ${on}`}>
              <a href={`/resources/${staffId}/${on}`}>
                {t.item(name, format.dateShort(on), hoursText(demandOf(load)), hoursText(load.capacity))}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {over.length > MOST ? <p>{t.more(over.length - MOST)}</p> : null}
      {over.length > 0 && gaps > 0 ? <p>{t.gaps(gaps)}</p> : null}
      <p>
        <a href={`/projects/${projectId}/team`}>{t.team}</a>
        {mayLevel && over.length > 0 ? (
          <>
            {' · '}
            <a href={`/projects/${projectId}/levelling`}>{t.level}</a>
          </>
        ) : null}
      </p>
    </Notice>
  )
}
