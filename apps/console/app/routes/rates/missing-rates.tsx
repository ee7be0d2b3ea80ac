import { hoursText } from '@countersign/domain/work-time'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { ratesMessages } from '../../messages/rates'

type Missing = { jobRole: string; currency: string; minutes: number; since: string }

/** Hours that cost nothing because nobody set their rate, each with the way to set it. */
export function MissingRates({ missing }: { missing: Missing[] }) {
  const t = useMessages(ratesMessages).cost
  const format = useFormat()
  if (missing.length === 0) return null
  return (
    <Notice tone="warning" title={t.missingTitle}>
      <ul>
        {missing.map(({ jobRole, currency, minutes, since }) => (
          <li key={`${jobRole} ${currency}`}>
            {t.missing(hoursText(minutes), jobRole, currency, format.date(since))}
            {' · '}
            <a href={`/rates?${new URLSearchParams({ role: jobRole, currency, from: since })}#set`}>
              {t.fill}
            </a>
          </li>
        ))}
      </ul>
      <p>{t.missingNote}</p>
    </Notice>
  )
}
