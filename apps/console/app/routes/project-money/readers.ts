/** Who answers for a project's money: an account manager and an executive read sums only. */
export const moneyReaders = ['project_manager', 'program_manager', 'finance'] as const
