import { choice, longText, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** Firm or soft, who fills it, and why it is above; or given back. */
export const bookingChangeForm = z.strictObject({
  act: choice(['save', 'release']),
  staffId: optional(uuid()),
  firmness: choice(['soft', 'hard']),
  overReason: longText(300),
})
