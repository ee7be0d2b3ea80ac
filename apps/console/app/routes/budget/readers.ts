/** Who reads what a project may cost, and who of them approves it: never its author. */
export const budgetReaders = ['project_manager', 'program_manager', 'finance'] as const
export const budgetApprovers = ['program_manager', 'finance'] as const

export function approvesBudgets(role: string): boolean {
  return budgetApprovers.some((each) => each === role)
}
