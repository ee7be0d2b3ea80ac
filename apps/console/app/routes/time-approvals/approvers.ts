/** Who approves hours: the project's manager, and for a manager's own somebody who answers for all. */
export const timeApprovers = ['project_manager', 'program_manager', 'finance'] as const
