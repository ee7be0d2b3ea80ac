import { createStaffGuard } from '@countersign/auth/staff-guard'
import { db } from './db.server'

export const {
  requireStaff,
  optionalStaff,
  anyone,
  signInStaff,
  signInStaffByLink,
  staffLink,
  acceptInvitation,
  signOutStaff,
} = createStaffGuard(db.sql)
