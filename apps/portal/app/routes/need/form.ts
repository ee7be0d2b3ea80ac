import { dependencyAnswers } from '@countersign/domain/governance/dependency'
import { choice, localDate, longText, optional } from '@countersign/http/fields'
import { z } from 'zod'

export const answerForm = z.strictObject({
  answer: choice(dependencyAnswers),
  promisedOn: optional(localDate()),
  remark: longText(2000),
})
