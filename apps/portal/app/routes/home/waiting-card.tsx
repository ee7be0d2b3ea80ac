import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { frameMessages } from '../../messages/frame'
import { homeMessages } from '../../messages/home'
import type { Waiting } from './queries.server'

/** A version that waits for a decision: what it is, since when, what acceptance releases. */
export function WaitingCard({ submission, mine }: { submission: Waiting; mine: boolean }) {
  const t = useMessages(homeMessages)
  const frame = useMessages(frameMessages)
  const format = useFormat()
  const { id, code, name, version, projectName, value, submittedAt, submittedByName } = submission
  const page = `/submissions/${id}`
  return (
    <Card
      tone={mine ? 'accent' : 'plain'}
      title={`${code} ${name}`}
      meta={`${projectName} · ${frame.version(version)}`}
      footer={
        <LinkButton href={page} variant={mine ? 'primary' : 'secondary'}>
          {mine ? t.decide : t.look}
        </LinkButton>
      }
    >
      <p>{value ? t.releases(format.amount(value)) : t.releasesNothing}</p>
      <p className="cs-note">{t.submitted(format.instant(submittedAt), submittedByName)}</p>
    </Card>
  )
}
