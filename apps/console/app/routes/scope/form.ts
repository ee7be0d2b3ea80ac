import { choice, list, longText, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'
import { scopeKinds } from '../../kinds'

const item = z.strictObject({
  kind: choice(scopeKinds),
  text: shortText(500),
  deliverableId: optional(uuid()),
})

export const scopeForm = z.strictObject({ objective: longText(2000, 1), items: list(item, 200) })
export const scopeRows = { items: ['text'] }
