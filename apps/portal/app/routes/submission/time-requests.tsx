import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { ceremonyMessages } from '../../messages/ceremony'
import type { SubmissionPage } from './queries.server'

/** Who asked for more time and what the project manager said, and the way to ask. */
export function TimeRequests(props: {
  submissionId: string
  requests: SubmissionPage['timeRequests']
  mayAsk: boolean
}) {
  const { submissionId, requests, mayAsk } = props
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  if (requests.length === 0 && !mayAsk) return null
  return (
    <Card title={t.requests} level={2} tone="quiet">
      <Stack gap="tight">
        {requests.map(({ id, requestedByName, until, reason, isGranted, answer, answeredByName }) => (
          <div key={id}>
            <p>{t.requested(requestedByName, format.date(until))}</p>
            <Prose text={reason} />
            <p className="cs-note">
              {isGranted === null
                ? t.requestWaiting
                : isGranted
                  ? t.requestGranted(answeredByName ?? '')
                  : t.requestRefused(answeredByName ?? '')}
            </p>
            {answer ? <Prose text={answer} /> : null}
          </div>
        ))}
        {mayAsk ? (
          <div>
            <LinkButton href={`/submissions/${submissionId}/more-time`} size="small" icon="clock">
              {t.moreTime}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </Card>
  )
}
