import { hoursText } from '@countersign/domain/work-time'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Cluster } from '@countersign/ui/layout'
import { useEffect, useState } from 'react'
import type { TimeKind } from '@countersign/db/tables/time'
import { timeMessages } from '../../messages/time'

export type Timer = { task: string; project: string; kind: TimeKind; note: string; startedAt: string }

/** My clock: what it measured when the page was made and, with JavaScript, what it measures now. */
export function TimerCard({ timer, at }: { timer: Timer | null; at: string }) {
  const t = useMessages(timeMessages)
  return (
    <Card title={t.timer.title} level={2} tone={timer ? 'accent' : 'plain'}>
      {timer ? (
        <RunningTimer timer={timer} at={at} />
      ) : (
        <>
          <p>{t.timer.none}</p>
          <div>
            <LinkButton href="/time/timer">{t.timer.begin}</LinkButton>
          </div>
        </>
      )}
    </Card>
  )
}

export function RunningTimer({ timer, at }: { timer: Timer; at: string }) {
  const t = useMessages(timeMessages)
  const format = useFormat()
  const [now, setNow] = useState(() => Date.parse(at))
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(ticking)
  }, [])
  const minutes = Math.max(0, Math.floor((now - Date.parse(timer.startedAt)) / 60_000))
  return (
    <>
      <p className="cn-timer">
        <strong className="cn-timer-hours">{hoursText(minutes)}</strong>{' '}
        {t.timer.since(format.instant(timer.startedAt))}
      </p>
      <p>
        {timer.task}
        <span className="cn-under">
          {[timer.project, t.kinds[timer.kind], timer.note].filter(Boolean).join(' · ')}
        </span>
      </p>
      <Cluster>
        <form method="post" action="/time/timer">
          <input type="hidden" name="act" value="stop" />
          <Button variant="primary">{t.timer.stop}</Button>
        </form>
        <form method="post" action="/time/timer">
          <input type="hidden" name="act" value="discard" />
          <Button variant="quiet" title={t.timer.discardHint}>
            {t.timer.discard}
          </Button>
        </form>
      </Cluster>
    </>
  )
}
