export type ReviewAct = 'submitted' | 'approved' | 'sent-back'
export type BudgetState = 'draft' | 'submitted' | 'approved' | 'sent-back'

export type ReviewRefusal =
  'already-submitted' | 'already-approved' | 'not-submitted' | 'own-budget' | 'no-reason'

/** The last act on a version says where it stands. */
export function budgetState(lastAct: ReviewAct | null): BudgetState {
  return lastAct ?? 'draft'
}

/** What is written is handed in; then somebody else approves it, or sends it back and says why. */
export function whyNotReviewed(
  act: ReviewAct,
  budget: { state: BudgetState; isOwn: boolean },
  reason: string,
): ReviewRefusal | null {
  if (budget.state === 'approved') return 'already-approved'
  if (act === 'submitted') return budget.state === 'submitted' ? 'already-submitted' : null
  if (budget.state !== 'submitted') return 'not-submitted'
  if (budget.isOwn) return 'own-budget'
  return act === 'sent-back' && reason.trim() === '' ? 'no-reason' : null
}
