/** Whose work is in projects every day, and so begins with what is due. */
export const weekReaders = ['project_manager', 'team_member', 'program_manager', 'finance'] as const
