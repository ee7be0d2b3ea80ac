import { staffRoles } from '@countersign/db/connect'
import { choice, email, optional, shortText, uuid } from '@countersign/http/fields'
import { timeZones } from '@countersign/http/time-zones'
import { z } from 'zod'

export const personForm = z.strictObject({
  name: shortText(120),
  email: email(),
  role: choice(staffRoles),
  jobRole: shortText(80),
  /** Whose person it is, of the role `vendor`. */
  vendorId: optional(uuid()),
  locale: choice(['en', 'de']),
  timeZone: choice(timeZones),
})
