import { useMessages } from '@countersign/ui/i18n-context'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { Notice } from '@countersign/ui/notice'
import { moneyMessages } from '../../messages/money'
import { useSubmitted } from '../../submitted'
import { MoneyForm } from './money-form'

export function PaymentForm({ open, today }: { open: MoneyText; today: string }) {
  const { payment: t, invoice } = useMessages(moneyMessages)
  const { problems } = useSubmitted()
  if (BigInt(open.minor) <= 0n && problems.length === 0)
    return <Notice tone="success">{invoice.settled}</Notice>
  return <MoneyForm most={open} today={today} day="receivedOn" words={{ ...t, day: t.receivedOn }} />
}
