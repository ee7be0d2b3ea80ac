import { isAccepted } from '@countersign/domain/acceptance'
import { StateBadge } from '@countersign/ui/badge'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster, Stack } from '@countersign/ui/layout'
import type { SerializeFrom } from '@remix-run/node'
import { deliveryMessages } from '../../messages/delivery'
import { useSubmitted } from '../../submitted'
import type { loader } from './route'

type Deliverable = SerializeFrom<typeof loader>['deliverable']

/** Whether the customer has agreed what this will be judged by, and the way to ask. */
export function Agreement({ deliverable, mayWrite }: { deliverable: Deliverable; mayWrite: boolean }) {
  const { agreement, criteria, state } = deliverable
  const t = useMessages(deliveryMessages).agreement
  const format = useFormat()
  const { problems } = useSubmitted()
  if (!agreement || isAccepted(state)) return null
  const { number, isCurrent, confirmedAt } = agreement
  const isConfirmed = isCurrent && confirmedAt !== null
  const mayPropose = mayWrite && !isCurrent && criteria.length > 0
  return (
    <Card
      title={t.title}
      meta={
        <StateBadge
          tone={isConfirmed ? 'accepted' : isCurrent ? 'waiting' : 'draft'}
          label={isConfirmed ? t.confirmed : isCurrent ? t.waiting : t.notProposed}
        />
      }
    >
      <Stack gap="tight">
        <ErrorSummary errors={problems} />
        <p>
          {isConfirmed && number !== null
            ? t.confirmedText(number, format.instant(confirmedAt))
            : isCurrent && number !== null
              ? t.waitingText(number)
              : number === null
                ? t.never
                : t.changedSince(number)}
        </p>
        {mayPropose ? (
          <form method="post">
            <Button variant="primary" icon="arrow-right">
              {t.propose}
            </Button>
          </form>
        ) : null}
      </Stack>
    </Card>
  )
}

/** The release gate and the acceptance tests, each on its own page. */
export function BeforeSubmission({
  deliverable,
  projectId,
}: {
  deliverable: Deliverable
  projectId: string
}) {
  const { id, checks, kind } = deliverable
  const t = useMessages(deliveryMessages).agreement
  const root = `/projects/${projectId}/deliverables/${id}`
  if (kind === 'charter') return null
  return (
    <Card title={t.before}>
      <p className="cs-note">{t.beforeText(checks.checks, checks.testCases)}</p>
      <Cluster>
        <LinkButton href={`${root}/checks`} icon="check">
          {t.toChecks}
        </LinkButton>
        <LinkButton href={`${root}/tests`} icon="text">
          {t.toTests}
        </LinkButton>
      </Cluster>
    </Card>
  )
}
