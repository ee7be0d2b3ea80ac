/** Who sees everybody's time: those who book it, and those who answer for all. No money is in it. */
export const capacityReaders = ['project_manager', 'program_manager', 'finance', 'executive'] as const
/** Whoever is one of us may be away. */
export const leaveTakers = [
  'team_member',
  'project_manager',
  'program_manager',
  'finance',
  'account_manager',
  'executive',
  'administrator',
] as const
