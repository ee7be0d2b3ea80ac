import type { StaffRole } from '@countersign/db/connect'

/** Who delivers projects, and so reads their plans, deliverables and notes. */
export const deliverers = ['project_manager', 'team_member', 'program_manager'] as const

/** A team member sees what to do and not what it brings in. */
export function seesMoney(role: StaffRole): boolean {
  return role !== 'team_member'
}
