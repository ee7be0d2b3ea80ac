import { integer, list, localDate, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const setupForm = z.strictObject({
  columns: list(
    z.strictObject({
      id: optional(uuid()),
      name: shortText(60),
      wipLimit: optional(integer(1, 1000)),
    }),
    20,
  ),
  iterations: list(
    z.strictObject({
      id: optional(uuid()),
      name: shortText(60),
      startsOn: localDate(),
      endsOn: localDate(),
      milestoneUid: optional(integer(0, 2_147_483_647)),
    }),
    200,
  )
    .optional()
    .default([]),
})

/** A row whose name is empty is none. */
export const setupRows = { columns: ['name'], iterations: ['name'] }
