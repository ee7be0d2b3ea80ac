import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { ceremonyMessages } from '../../messages/ceremony'
import type { SubmissionPage } from './queries.server'

/** The ways to take a decision back or put it right, until what it released is billed. */
export function ChangeOfMind(
  props: { submissionId: string } & Pick<SubmissionPage, 'boundBy' | 'agreement'>,
) {
  const { submissionId, boundBy, agreement } = props
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  return (
    <Card title={t.change} level={2} tone="quiet">
      <p className="cs-note">{boundBy ? t.bound[boundBy] : t.changeText}</p>
      {agreement && !boundBy ? (
        <p className="cs-note">{t.agreed(agreement.by, format.instant(agreement.at), agreement.reason)}</p>
      ) : null}
      {boundBy ? null : (
        <Cluster>
          <LinkButton href={`/submissions/${submissionId}/correction`} size="small">
            {t.toCorrect}
          </LinkButton>
          <LinkButton href={`/submissions/${submissionId}/withdrawal`} size="small" variant="quiet">
            {t.toWithdraw}
          </LinkButton>
        </Cluster>
      )}
    </Card>
  )
}
