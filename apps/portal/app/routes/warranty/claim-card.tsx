import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { clockMessages } from '../../messages/clock'
import type { WarrantyPage } from './queries.server'

const tones = {
  open: 'waiting',
  'in-work': 'waiting',
  mended: 'billable',
  'not-covered': 'rejected',
  closed: 'accepted',
} as const

/** A claim with what the project team answered, and the way to close it. */
export function ClaimCard({ claim, mayClose }: { claim: WarrantyPage['claims'][number]; mayClose: boolean }) {
  const t = useMessages(clockMessages)
  const format = useFormat()
  const { id, number, title, description, claimedByName, claimedAt, closedByName, closedAt, state } = claim
  return (
    <Card
      title={t.claim(number, title)}
      meta={<StateBadge tone={tones[state]} label={t.claimStates[state]} />}
    >
      <Stack gap="tight">
        <p className="cs-note">
          {`${claim.deliverableCode} ${claim.deliverableName}`} ·{' '}
          {t.by(claimedByName, format.instant(claimedAt))}
        </p>
        <Prose text={description} />
        {claim.files.length > 0 ? (
          <ul>
            {claim.files.map(({ position, name }) => (
              <li key={position}>
                <a href={`/claims/${id}/${position}`}>{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {claim.answers.map(({ answer, text, at, by }) => (
          <div key={at}>
            <p className="cs-note">
              {t.answers[answer]} · {t.by(by, format.instant(at))}
            </p>
            <Prose text={text} />
          </div>
        ))}
        {closedAt ? (
          <p className="cs-note">{t.closedBy(closedByName ?? '', format.instant(closedAt))}</p>
        ) : mayClose ? (
          <div>
            <LinkButton href={`/claims/${id}/closure`} icon="check">
              {t.closeTitle(number)}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </Card>
  )
}
