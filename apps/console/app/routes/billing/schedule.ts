import type { DeliverableState } from '@countersign/domain/acceptance'
import type { MoneyText } from '@countersign/ui/i18n/format'

export type Reason = {
  deliverable: string
  state: DeliverableState
  version: number | null
  submittedAt: string | null
  decidedAt: string | null
  certificate: string | null
}
export type Milestone = {
  id: string
  name: string
  amount: MoneyText
  dueOn: string | null
  trigger: 'acceptance' | 'date' | 'progress' | 'period' | 'deposit'
  atPercent: number | null
  state: string
  projectId: string
  project: string
  customer: string
  reasons: Reason[]
}
