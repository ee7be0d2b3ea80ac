import { StateBadge, type Tone } from '@countersign/ui/badge'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { ceremonyMessages } from '../../messages/ceremony'
import type { Delegations } from './queries.server'

type Delegation = Delegations['given'][number]

const tones: Record<Delegation['state'], Tone> = {
  running: 'accepted',
  ahead: 'waiting',
  over: 'neutral',
  revoked: 'neutral',
}

/** Delegations with their days; one's own can be taken back while they run or are to come. */
export function DelegationCards({ delegations, isGiven }: { delegations: Delegation[]; isGiven: boolean }) {
  const t = useMessages(ceremonyMessages)
  const format = useFormat()
  if (delegations.length === 0) return <p className="cs-note">{t.noDelegations}</p>
  return (
    <Stack>
      {delegations.map(({ id, toName, fromName, fromOn, toOn, reason, state }) => {
        const isOpen = state === 'running' || state === 'ahead'
        return (
          <Card
            key={id}
            title={isGiven ? toName : fromName}
            meta={<StateBadge tone={tones[state]} label={t.delegationState[state]} />}
          >
            <p>{t.delegationDays(format.date(fromOn), format.date(toOn))}</p>
            {reason ? <p className="cs-note">{reason}</p> : null}
            {isGiven && isOpen ? (
              <form method="post" action={`/delegations/${id}/revocation`}>
                <Button size="small" aria-label={t.revokeLabel(toName)}>
                  {t.revoke}
                </Button>
              </form>
            ) : null}
          </Card>
        )
      })}
    </Stack>
  )
}
