import type { CostType } from './estimate-sheet'

export type TransferRefusal =
  'not-positive' | 'same-line' | 'above-line' | 'risk-needed' | 'risk-not-occurred' | 'no-reason'

type Transfer = {
  fromLineId: string
  toLineId: string
  amountMinor: bigint
  reason: string
  from: { costType: CostType; valueMinor: bigint }
  risk: { state: 'open' | 'occurred' | 'closed' } | null
}

/**
 * Money moves from one line of the budget in force to another, never more than is there, with a reason. Contingency is
 * used for a risk that came true.
 */
export function whyNotATransfer(transfer: Transfer): TransferRefusal | null {
  const { fromLineId, toLineId, amountMinor, reason, from, risk } = transfer
  if (amountMinor <= 0n) return 'not-positive'
  if (fromLineId === toLineId) return 'same-line'
  if (reason.trim() === '') return 'no-reason'
  if (from.costType === 'contingency' && risk === null) return 'risk-needed'
  if (from.costType === 'contingency' && risk?.state !== 'occurred') return 'risk-not-occurred'
  return amountMinor > from.valueMinor ? 'above-line' : null
}
