import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Prose, Stack } from '@countersign/ui/layout'
import { Instant } from '@countersign/ui/values'
import { frameMessages } from '../../messages/frame'
import { projectMessages } from '../../messages/project'
import { DeliverableBadge } from '../../publication/badges'
import type { DeliverableFacts } from './queries.server'

/** What was agreed for one deliverable, and what has been submitted of it. */
export function DeliverableCard({ deliverable }: { deliverable: DeliverableFacts }) {
  const t = useMessages(projectMessages)
  const frame = useMessages(frameMessages)
  const format = useFormat()
  const { code, name, description, dueOn, isPublished, criteria, versions, state } = deliverable
  const due = isPublished ? (dueOn === null ? t.noDate : t.dueOn(format.date(dueOn))) : t.notYetPublished
  return (
    <Card level={2} title={`${code} ${name}`} meta={<DeliverableBadge state={state} />}>
      <Stack gap="tight">
        <p className="cs-note">{due}</p>
        {description ? <Prose text={description} /> : null}
        <h3>{t.criteria}</h3>
        {criteria.length > 0 ? (
          <Prose>
            <ol>
              {criteria.map((statement) => (
                <li key={statement}>{statement}</li>
              ))}
            </ol>
          </Prose>
        ) : (
          <p className="cs-note">{t.noCriteria}</p>
        )}
        <h3>{t.versions}</h3>
        {versions.length === 0 ? <p className="cs-note">{t.noVersions}</p> : null}
        {versions.map((version) => (
          <Cluster key={version.id}>
            <a href={`/submissions/${version.id}`}>{frame.version(version.version)}</a>
            <DeliverableBadge state={version.state} />
            <span className="cs-note">
              <Instant at={version.decidedAt ?? version.submittedAt} />
            </span>
          </Cluster>
        ))}
      </Stack>
    </Card>
  )
}
