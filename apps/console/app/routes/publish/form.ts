import { checkbox, choice, integer, longText, shortText } from '@countersign/http/fields'
import { z } from 'zod'
import { healths } from '../../kinds'

export const publishForm = z.strictObject({
  after: integer(0, 1_000_000),
  previewed: shortText(64),
  health: choice(healths),
  phases: checkbox(),
  range: checkbox(),
  narrative: longText(8000, 1),
})
