import { StateBadge } from '@countersign/ui/badge'
import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose, Stack } from '@countersign/ui/layout'
import { Day } from '@countersign/ui/values'
import { clockMessages } from '../../messages/clock'
import type { RunningClock } from './queries.server'

const tones = { running: 'waiting', paused: 'draft', 'ran-out': 'rejected' } as const

/** How far the customer's time has run, and what happens at its end. */
export function ClockCard({ clock, href }: { clock: RunningClock; href: string | null }) {
  const t = useMessages(clockMessages).clock
  const format = useFormat()
  const { state, days, daysUsed, daysLeft, lastDay, deemedClause, grantedUntil, pauses } = clock
  const isOver = state === 'ran-out'
  return (
    <Card title={t.title} meta={<StateBadge tone={tones[state]} label={t.states[state]} />}>
      <Stack gap="tight">
        <p>
          <strong>
            {isOver ? t.ranOutOn(format.date(lastDay)) : t.day(Math.min(daysUsed + 1, days), days)}
          </strong>
        </p>
        {isOver ? null : (
          <Facts
            columns={2}
            facts={[
              { label: t.lastDay, value: <Day on={lastDay} /> },
              { label: t.left, value: String(daysLeft) },
            ]}
          />
        )}
        {grantedUntil ? <p className="cs-note">{t.granted(format.date(grantedUntil))}</p> : null}
        {pauses.map(({ id, from, to, reason }) => (
          <p key={id} className="cs-note">
            {to ? t.paused(format.instant(from), format.instant(to)) : t.pausedSince(format.instant(from))}:{' '}
            {reason}
          </p>
        ))}
        {deemedClause === null ? (
          <p className="cs-note">{t.notDeemed}</p>
        ) : (
          <>
            <p className="cs-note">{t.deemed}</p>
            <Prose text={deemedClause} />
          </>
        )}
        {href ? (
          <div>
            <LinkButton href={href} icon="clock">
              {t.title}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </Card>
  )
}
