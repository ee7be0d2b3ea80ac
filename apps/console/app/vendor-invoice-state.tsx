import type { VendorInvoiceState as State } from '@countersign/domain/purchase'
import { StateBadge } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { buyingMessages } from './messages/buying'

const tones = { waiting: 'waiting', approved: 'accepted', paid: 'paid', refused: 'rejected' } as const

export function VendorInvoiceState({ state }: { state: State | 'refused' }) {
  const t = useMessages(buyingMessages).order.invoiceStates
  return <StateBadge tone={tones[state]} label={t[state]} />
}
