import type { DeliverableState } from '@countersign/domain/acceptance'
import type { BillingState } from '@countersign/domain/billing'
import type { Health } from '@countersign/domain/publication'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { frameMessages } from '../messages/frame'

const healthTones: Record<Health, Tone> = { 'on-track': 'paid', 'at-risk': 'waiting', 'off-track': 'overdue' }
const deliverableTones: Record<DeliverableState, Tone> = {
  draft: 'draft',
  submitted: 'waiting',
  accepted: 'accepted',
  'accepted-with-reservations': 'accepted',
  rejected: 'rejected',
}
const billingTones: Record<BillingState, Tone> = {
  'not-yet': 'neutral',
  billable: 'billable',
  invoiced: 'invoiced',
  paid: 'paid',
}

export function HealthBadge({ health }: { health: Health }) {
  return <StateBadge tone={healthTones[health]} label={useMessages(frameMessages).health[health]} />
}

export function DeliverableBadge({ state }: { state: DeliverableState }) {
  const t = useMessages(frameMessages)
  return <StateBadge tone={deliverableTones[state]} label={t.deliverableState[state]} />
}

export function BillingBadge({ state }: { state: BillingState }) {
  return <StateBadge tone={billingTones[state]} label={useMessages(frameMessages).billingState[state]} />
}
