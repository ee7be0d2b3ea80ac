import type { StaffRole } from '@countersign/db/connect'

/** Who delivers projects, and so reads their plans, deliverables and notes. */
export const deliverers = ['project_manager', 'team_member', 'program_manager'] as const

/** A team member sees what to do and not what it brings in. */
export function seesMoney(role: StaffRole): boolean {
  return role !== 'team_member'
}

/** Who begins projects or keeps what they begin with. */
export const templateReaders = ['project_manager', 'program_manager', 'administrator'] as const

/** Who spends for projects, and who approves it. */
export const spenders = ['team_member', 'project_manager', 'finance'] as const

/** Who orders from vendors; a program manager reads it, a vendor reads the own orders. */
export const buyers = ['project_manager', 'finance'] as const
export const orderReaders = [...buyers, 'program_manager', 'vendor'] as const

export function buys(role: StaffRole): boolean {
  return (buyers as readonly StaffRole[]).includes(role)
}
