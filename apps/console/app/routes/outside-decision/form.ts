import { choice, list, localDate, longText, shortText, timeOfDay, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const outsideForm = z.strictObject({
  outcome: choice(['accepted', 'rejected']),
  signers: list(uuid(), 20),
  signedOn: localDate({ from: '2000-01-01' }),
  signedAt: timeOfDay(),
  service: shortText(200),
  envelopeId: shortText(200),
  reason: longText(2000, 1),
})
