import type { ExpenseState as State } from '@countersign/domain/expense'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { spendingMessages } from './messages/spending'

const tones: Record<State, Tone> = {
  draft: 'draft',
  'sent-back': 'rejected',
  submitted: 'waiting',
  approved: 'accepted',
}

export function ExpenseState({ state }: { state: State }) {
  const t = useMessages(spendingMessages).states
  return <StateBadge tone={tones[state]} label={t[state]} />
}
