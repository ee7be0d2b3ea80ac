import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { frameMessages } from '../../messages/frame'
import { homeMessages } from '../../messages/home'
import type { PointToDo, TestsToDo } from './to-do.server'

/** A point of an acceptance with reservations that is the customer's to close or to settle. */
export function PointCard({ point }: { point: PointToDo }) {
  const t = useMessages(homeMessages)
  const format = useFormat()
  const { id, submissionId, position, text, dueOn, state, deliverable, projectName } = point
  const isReported = state === 'reported'
  return (
    <Card
      level={3}
      tone="accent"
      title={isReported ? t.pointToClose(position) : t.pointToSettle(position)}
      meta={`${projectName} · ${deliverable}`}
      footer={
        <LinkButton href={isReported ? `/punch-items/${id}/closure` : `/submissions/${submissionId}`}>
          {isReported ? t.closePoint : t.look}
        </LinkButton>
      }
    >
      <p>{text}</p>
      <p className="cs-note">{isReported ? t.pointReported : t.pointDue(format.date(dueOn))}</p>
    </Card>
  )
}

/** Test cases of one version that nobody has run. */
export function TestsCard({ round }: { round: TestsToDo }) {
  const t = useMessages(homeMessages)
  const frame = useMessages(frameMessages)
  const format = useFormat()
  const { projectId, deliverable, version, projectName, titles } = round
  return (
    <Card
      level={3}
      tone="accent"
      title={t.testsToRun(titles.length)}
      meta={`${projectName} · ${deliverable}, ${frame.version(version)}`}
      footer={<LinkButton href={`/projects/${projectId}/tests`}>{t.runTests}</LinkButton>}
    >
      <p>{format.list(titles)}</p>
    </Card>
  )
}
