import { useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { Notice } from '@countersign/ui/notice'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'
import { MoneyForm } from '../payments/money-form'

export function RefundForm({ overpaid, today }: { overpaid: MoneyText; today: string }) {
  const t = useMessages(invoicingMessages).refundOf
  const { problems } = useSubmitted()
  if (overpaid.minor === '0' && problems.length === 0) return <Notice tone="info">{t.nothing}</Notice>
  return (
    <MoneyForm most={overpaid} today={today} day="paidBackOn" words={{ ...t, hint: t.most, day: t.on }} />
  )
}
