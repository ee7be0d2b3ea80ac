/** Whose business margins are: the manager's own projects, everybody's for those who answer for all. */
export const marginReaders = [
  'project_manager',
  'program_manager',
  'finance',
  'account_manager',
  'executive',
] as const
