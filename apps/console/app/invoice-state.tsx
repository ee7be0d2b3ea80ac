import type { InvoiceState as State } from '@countersign/domain/billing'
import { StateBadge } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { moneyMessages } from './messages/money'

export function InvoiceState({ state }: { state: State }) {
  const t = useMessages(moneyMessages).invoices.badge
  return <StateBadge tone={state === 'open' ? 'invoiced' : state} label={t[state]} />
}
