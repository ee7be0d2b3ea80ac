import { checkbox, choice, integer, list, optional, shortText, uuid } from '@countersign/http/fields'
import { progressMethods } from '../../progress-methods'
import { z } from 'zod'

export const measureForm = z.strictObject({
  method: choice(progressMethods),
  deliverableId: optional(uuid()),
  steps: list(z.strictObject({ name: shortText(120), weight: integer(1, 1000), isDone: checkbox() }), 50),
})

export const measureRows = { steps: ['name'] }
