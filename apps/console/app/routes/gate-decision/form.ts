import { gateOutcomes } from '@countersign/domain/governance/gate'
import { choice, list, localDate, longText, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

const condition = z.strictObject({ text: shortText(300), ownerId: uuid(), dueOn: localDate() })

export const decisionForm = z.strictObject({
  outcome: choice(gateOutcomes),
  reason: longText(2000),
  digest: shortText(64),
  conditions: list(condition, 20),
})
export const decisionRows = { conditions: ['text', 'ownerId', 'dueOn'] }
