import { email, optional, password, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const signInForm = z.object({
  email: email(),
  password: password(),
  next: optional(shortText(2000)),
})
