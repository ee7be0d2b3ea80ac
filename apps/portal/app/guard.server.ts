import { createContactGuard } from '@countersign/auth/contact-guard'
import { db } from './db.server'

export const {
  requireContact,
  optionalContact,
  anyone,
  signInContact,
  signInContactByLink,
  contactLink,
  acceptInvitation,
  stepUpContact,
  signOutContact,
} = createContactGuard(db.sql)
