import { MOST_POINTS } from '@countersign/domain/governance/appraisal'
import { integer, list, optional } from '@countersign/http/fields'
import { z } from 'zod'

/** `scores.0.1` is the first option's score by the second criterion; it may stay open. */
export const scoresForm = z.strictObject({
  scores: list(list(optional(integer(0, MOST_POINTS)), 30), 30),
})
