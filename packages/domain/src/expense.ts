export const expenseCategories = [
  'travel',
  'accommodation',
  'meals',
  'material',
  'software',
  'other',
] as const
export type ExpenseCategory = (typeof expenseCategories)[number]

/** Above `limitMinor` a reason is wanted, from `receiptFromMinor` on a receipt: gross, in the policy's currency. */
export type ExpensePolicy = { limitMinor: bigint; receiptFromMinor: bigint }

export type ExpenseState = 'draft' | 'sent-back' | 'submitted' | 'approved'

/** A draft is its author's alone; what was sent back is one again, with a reason beside it. */
export function expenseState(expense: {
  submittedAt: unknown
  approvedAt: unknown
  wasSentBack: boolean
}): ExpenseState {
  if (expense.approvedAt) return 'approved'
  if (expense.submittedAt) return 'submitted'
  return expense.wasSentBack ? 'sent-back' : 'draft'
}

type Spent = { grossMinor: bigint; taxMinor: bigint; hasReceipt: boolean; overLimitReason: string }

/** Tax is a part of what was paid, and never all of it. */
export function isTaxOf({ grossMinor, taxMinor }: { grossMinor: bigint; taxMinor: bigint }): boolean {
  return taxMinor >= 0n && taxMinor < grossMinor
}

export type ExpenseFlaw = 'tax-is-not-a-part' | 'receipt-wanted' | 'reason-wanted'

/** An expense is handed in with what the policy of its category and currency wants; without a policy nothing is wanted. */
export function whyNotSubmittable(expense: Spent, policy: ExpensePolicy | null): ExpenseFlaw | null {
  if (!isTaxOf(expense)) return 'tax-is-not-a-part'
  if (!policy) return null
  if (expense.grossMinor >= policy.receiptFromMinor && !expense.hasReceipt) return 'receipt-wanted'
  return expense.grossMinor > policy.limitMinor && expense.overLimitReason === '' ? 'reason-wanted' : null
}

type Waiting = { state: ExpenseState; staffId: string; costMinor: bigint | null }

export type ExpenseApprovalRefusal = 'not-submitted' | 'own-expense' | 'no-exchange-rate'

/** Approved by somebody else than who spent it, once what it costs in the contract's currency is known. */
export function whyNotApprovable(expense: Waiting, approverId: string): ExpenseApprovalRefusal | null {
  if (expense.state !== 'submitted') return 'not-submitted'
  if (expense.staffId === approverId) return 'own-expense'
  return expense.costMinor === null ? 'no-exchange-rate' : null
}
