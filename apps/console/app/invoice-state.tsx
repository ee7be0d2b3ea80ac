import type { InvoiceState as State } from '@countersign/domain/billing'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { moneyMessages } from './messages/money'

const tones: Record<State, Tone> = {
  open: 'invoiced',
  overdue: 'overdue',
  paid: 'paid',
  credited: 'neutral',
  'written-off': 'rejected',
  'credit-note': 'neutral',
}

export function InvoiceState({ state }: { state: State }) {
  const t = useMessages(moneyMessages).invoices.badge
  return <StateBadge tone={tones[state]} label={t[state]} />
}
