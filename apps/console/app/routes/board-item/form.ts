import type { BoardUnit } from '@countersign/domain/board/board'
import { unsizedCounts } from '@countersign/domain/board/board'
import { checkbox, integer, longText, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** Sizes are typed in points or in whole hours, and kept as the board counts them. */
function words(unit: BoardUnit) {
  return {
    title: shortText(200),
    note: longText(4000).optional().default(''),
    size: optional(integer(0, 1000).transform((size) => size * unsizedCounts[unit])),
    staffId: optional(uuid()),
    iterationId: optional(uuid()),
  }
}

export function newItemForm(unit: BoardUnit) {
  return z.strictObject(words(unit))
}

export function itemForm(unit: BoardUnit) {
  return z.strictObject({ ...words(unit), isDropped: checkbox() })
}
