import type { OrderState as State } from '@countersign/domain/purchase'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { buyingMessages } from './messages/buying'

const tones: Record<State, Tone> = {
  ordered: 'draft',
  'partly-received': 'waiting',
  received: 'billable',
  invoiced: 'invoiced',
  closed: 'neutral',
}

export function OrderState({ state }: { state: State }) {
  const t = useMessages(buyingMessages).orders.states
  return <StateBadge tone={tones[state]} label={t[state]} />
}
