import { dependencyParties } from '@countersign/domain/governance/dependency'
import { choice, integer, localDate, longText, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const dependencyForm = z.strictObject({
  what: shortText(200),
  party: choice(dependencyParties),
  ownerContactId: optional(uuid()),
  ownerName: shortText(120, 0),
  needOn: localDate(),
  taskUid: optional(integer(0, 2_147_483_647)),
  note: longText(2000),
})
