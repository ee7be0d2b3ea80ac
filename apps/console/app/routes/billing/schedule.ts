import type { DeliverableState } from '@countersign/domain/acceptance'
import { sumMinor } from '@countersign/domain/money'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { moneyText } from '../../money-text'

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
  state: string
  projectId: string
  project: string
  customer: string
  reasons: Reason[]
}

export function byProject(milestones: Milestone[]): { projectId: string; milestones: Milestone[] }[] {
  const ids = [...new Set(milestones.map(({ projectId }) => projectId))]
  return ids.map((projectId) => ({
    projectId,
    milestones: milestones.filter((each) => each.projectId === projectId),
  }))
}

/** What milestones come to, one sum a currency. */
export function sumsOf(milestones: Milestone[]): { count: number; sum: MoneyText }[] {
  const currencies = [...new Set(milestones.map(({ amount }) => amount.currency))].sort()
  return currencies.map((currency) => {
    const amounts = milestones.flatMap(({ amount }) => (amount.currency === currency ? [amount] : []))
    return {
      count: amounts.length,
      sum: moneyText(sumMinor(amounts.map(({ minor }) => BigInt(minor))), currency),
    }
  })
}
