import { useLocale, useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { timeMessages } from '../../messages/time'
import { dayHead } from './week'

/** Days of the last week or so without an hour, each the way to fill it in. */
export function MissedDays({ days }: { days: string[] }) {
  const t = useMessages(timeMessages).missing
  const format = useFormat()
  const locale = useLocale()
  if (days.length === 0) return null
  return (
    <Notice tone="info" title={t.title}>
      <p>{t.lead(format.list(days.map((day) => dayHead(day, locale, 'long'))))}</p>
      <p>
        <a href={`/time?week=${days[0]}#week`}>{t.fill}</a>
      </p>
    </Notice>
  )
}
