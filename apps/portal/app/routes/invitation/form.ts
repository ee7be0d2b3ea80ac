import { password, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const invitationForm = z.object({
  password: password(),
  // For password managers only: whom the password is for is what the link says.
  username: shortText(254),
})
