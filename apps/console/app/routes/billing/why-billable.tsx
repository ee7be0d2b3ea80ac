import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import type { ReactNode } from 'react'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import type { QueueItem } from './queue.server'
import type { Reason } from './schedule'

/** The reason for which something can be billed, in words. */
export function WhyBillable({ item }: { item: QueueItem }) {
  const t = useMessages(invoicingMessages).queue
  const format = useFormat()
  const lines = (...said: (ReactNode | null)[]) =>
    said.map((each, index) =>
      each === null ? null : (
        <span key={index} className="cn-line">
          {each}
        </span>
      ),
    )
  const hours = (minutes: number) => format.decimals(minutes / 60, 2)
  switch (item.source) {
    case 'milestone':
      return item.reasons.length > 0 ? (
        item.reasons.map((reason) => <Acceptance key={reason.deliverable} {...reason} />)
      ) : (
        <span className="cn-line">
          {t.because[item.trigger as keyof typeof t.because](
            item.releasedOn ? format.date(item.releasedOn) : '–',
          )}
        </span>
      )
    case 'time':
      return lines(
        t.hours(hours(item.minutes), format.monthYear(item.monthOn)),
        item.capLeft && t.capLeft(format.amount(item.capLeft)),
        item.writeDown && t.writeDown(format.amount(item.writeDown)),
        item.unratedMinutes > 0 ? t.unrated(hours(item.unratedMinutes)) : null,
      )
    case 'expense':
      return lines(t.expense(item.who, format.date(item.on)))
    case 'vendor':
      return lines(t.vendor(item.who, format.date(item.on)))
    case 'retainer':
      return lines(t.retainer(format.date(item.fromOn), format.date(item.toOn)))
    case 'deposit-set-off':
      return lines(t.setOff(item.invoiceNumber))
  }
}

function Acceptance({ deliverable, version, decidedAt, certificate }: Reason) {
  const t = useMessages(moneyMessages).billing
  const format = useFormat()
  return (
    <span className="cn-line">
      {t.accepted(deliverable, version ?? 1, decidedAt ? format.instant(decidedAt) : '–')}
      {' · '}
      {certificate ? t.certificate(certificate) : t.certificatePending}
    </span>
  )
}
