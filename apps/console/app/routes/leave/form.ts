import { leaveKinds } from '@countersign/db/tables/people-capacity'
import { checkbox, choice, localDate, longText } from '@countersign/http/fields'
import { z } from 'zod'

export const leaveForm = z.strictObject({
  kind: choice(leaveKinds),
  fromOn: localDate({ from: '2000-01-01', to: '2999-12-31' }),
  toOn: localDate({ from: '2000-01-01', to: '2999-12-31' }),
  isHalfDay: checkbox(),
  note: longText(300),
})
