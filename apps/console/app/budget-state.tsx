import type { BudgetState } from '@countersign/domain/budget/budget-review'
import { StateBadge } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { budgetMessages } from './messages/budget'

const tones = { draft: 'draft', submitted: 'waiting', approved: 'accepted', 'sent-back': 'rejected' } as const

export function BudgetStateBadge({ state }: { state: BudgetState }) {
  const t = useMessages(budgetMessages).states
  return <StateBadge tone={tones[state]} label={t[state]} />
}
