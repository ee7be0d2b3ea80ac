import { email, password, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const signInForm = z.strictObject({
  email: email(),
  password: password(),
  next: shortText(2000, 0).optional(),
})
