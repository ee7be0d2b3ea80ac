import { isLocalDate, type LocalDateTime } from '@countersign/domain/calendar-day'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { calendarsMessages } from './messages/calendars'

type Movement = { finishBefore: LocalDateTime | null; finishAfter: LocalDateTime; movedTasks: number }

/** What a change of calendars moved, for the page that follows it. */
export function movedQuery({ finishBefore, finishAfter, movedTasks }: Movement): string {
  const days = `${(finishBefore ?? finishAfter).slice(0, 10)}~${finishAfter.slice(0, 10)}`
  return new URLSearchParams({ moved: String(movedTasks), finish: days }).toString()
}

/** Read back from the address; null where nothing was just changed. */
export function movedFrom(request: Request) {
  const query = new URL(request.url).searchParams
  const [before = '', after = ''] = (query.get('finish') ?? '').split('~')
  const tasks = Number(query.get('moved') ?? Number.NaN)
  return isLocalDate(before) && isLocalDate(after) && Number.isInteger(tasks)
    ? { before, after, tasks }
    : null
}

export function Moved({ moved }: { moved: ReturnType<typeof movedFrom> }) {
  const t = useMessages(calendarsMessages).one
  const format = useFormat()
  if (!moved) return null
  const { before, after, tasks } = moved
  return (
    <Notice tone="success" title={tasks === 0 ? t.notMoved : t.moved(tasks)} live>
      {before === after
        ? t.finishStays(format.date(after))
        : t.finishMoved(format.date(before), format.date(after))}
    </Notice>
  )
}
