export type BillingMilestoneDraft = { name: string; amountMinor: bigint; releasedBy: string[] }
export type ContractDraft = { valueMinor: bigint; milestones: BillingMilestoneDraft[] }

export type ContractFlaw =
  | { why: 'no-milestones' }
  | { why: 'amount-not-positive'; name: string }
  | { why: 'released-by-nothing'; name: string }
  | { why: 'does-not-sum'; differenceMinor: bigint }

/**
 * A payment schedule sums to the contract's value, and each of its billing milestones names the deliverables whose
 * acceptance releases it. `differenceMinor` is schedule minus value, in minor units: above zero it is too much.
 */
export function whyNotAContract(draft: ContractDraft): ContractFlaw | null {
  if (draft.milestones.length === 0) return { why: 'no-milestones' }
  for (const { name, amountMinor, releasedBy } of draft.milestones) {
    if (amountMinor <= 0n) return { why: 'amount-not-positive', name }
    if (releasedBy.length === 0) return { why: 'released-by-nothing', name }
  }
  const scheduled = draft.milestones.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  return scheduled === draft.valueMinor
    ? null
    : { why: 'does-not-sum', differenceMinor: scheduled - draft.valueMinor }
}

export type RevisionRefusal = 'already-submitted'

/** What was put before the customer names what it releases: from then on only a change order alters the contract. */
export function whyNotRevisable(contract: { submissionCount: number }): RevisionRefusal | null {
  return contract.submissionCount > 0 ? 'already-submitted' : null
}

/** What acceptance of a deliverable releases: the milestones that name it. */
export function releasedBy<M extends { releasedBy: string[] }>(deliverableId: string, milestones: M[]): M[] {
  return milestones.filter((milestone) => milestone.releasedBy.includes(deliverableId))
}
