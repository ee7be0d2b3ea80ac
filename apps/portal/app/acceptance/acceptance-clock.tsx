import { Statement } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { periodMessages } from '../messages/period'
import type { CustomerClock } from './clock.server'

/** Until when to decide, and in plain words what happens after that. */
export function AcceptanceClock({ clock }: { clock: CustomerClock | null }) {
  const t = useMessages(periodMessages)
  const format = useFormat()
  if (!clock) return null
  const { state, lastDay, daysLeft, daysUsed, days, deemedClause, pausedSince } = clock
  const day = format.date(lastDay)
  const isOver = state === 'ran-out'
  const title = pausedSince ? t.paused : isOver ? t.ranOut(day) : t.decideBy(day, daysLeft)
  const isUrgent = deemedClause !== null && !pausedSince && (isOver || daysLeft <= 2)
  return (
    <Notice tone={isUrgent ? 'warning' : 'info'} title={title}>
      <Stack gap="tight">
        {pausedSince ? <p>{t.pausedText(format.instant(pausedSince.at), pausedSince.reason)}</p> : null}
        {isOver || pausedSince ? null : <p>{t.counted(Math.min(daysUsed + 1, days), days)}</p>}
        {deemedClause === null ? (
          <p>{isOver ? t.ranOutOpen : t.notDeemed}</p>
        ) : (
          <>
            <p>{isOver ? t.deemedSoon : t.deemed(day)}</p>
            <p className="cs-note">{t.clause}</p>
            <Statement>{deemedClause}</Statement>
          </>
        )}
      </Stack>
    </Notice>
  )
}
