import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { StateBadge } from '@countersign/ui/badge'
import { projectsMessages } from '../../messages/projects'
import { statesMessages } from '../../messages/states'
import { deliverableTone } from '../../tones'
import type { Glance } from './queries.server'

export function Decisions({ project: { waiting, projectId } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview
  const format = useFormat()
  return (
    <Card title={t.decisions} level={2}>
      {waiting.length === 0 ? <p className="cs-note">{t.noDecisions}</p> : null}
      <ul className="cn-list">
        {waiting.map(({ id, code, name, version, submittedAt }) => (
          <li key={id}>
            <a href={`/projects/${projectId}/deliverables/${id}`}>
              {code} {name}
            </a>
            <span className="cs-note">{t.submitted(version ?? 1, format.instant(submittedAt ?? ''))}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function ToSubmit({ project: { toSubmit, projectId } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview
  const states = useMessages(statesMessages)
  const format = useFormat()
  if (toSubmit.length === 0) return null
  return (
    <Card title={t.nextToSubmit} level={2}>
      <ul className="cn-list">
        {toSubmit.map(({ id, code, name, state, version, dueOn }) => (
          <li key={id}>
            <a href={`/projects/${projectId}/deliverables/${id}`}>
              {code} {name}
            </a>
            <span className="cn-list-end">
              <span className="cs-note">
                {state === 'rejected'
                  ? t.rejectedNote(version ?? 1)
                  : dueOn
                    ? t.due(format.date(dueOn))
                    : null}
              </span>
              <StateBadge tone={deliverableTone[state]} label={states.deliverable[state]} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function NextMilestones({ project: { next, today } }: { project: Glance }) {
  const t = useMessages(projectsMessages).overview
  const format = useFormat()
  return (
    <Card title={t.next} level={2}>
      {next.length === 0 ? <p className="cs-note">{t.noNext}</p> : null}
      <ul className="cn-list">
        {next.map(({ uid, name, on }) => (
          <li key={uid}>
            <span>{name}</span>
            <span className={on < today ? 'cs-bad' : 'cs-note'}>
              {format.date(on)}, {format.relativeDays(on, today)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
