import { evidenceStatuses } from '@countersign/domain/governance/gate'
import { choice, longText, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const evidenceForm = z.strictObject({
  status: choice(evidenceStatuses),
  note: longText(1000),
  deliverableId: optional(uuid()),
  decisionRecordId: optional(uuid()),
})
