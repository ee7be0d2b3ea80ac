import { choice, integer, localDate, optional } from '@countersign/http/fields'
import type { TableMapping } from '@countersign/interchange/table-mapping'
import { z } from 'zod'
import { dayOrders, durationUnits, mappedFields } from './mapped-fields'

const column = () => optional(integer(0, 499))

export const columnsForm = z.strictObject({
  name: column(),
  uid: column(),
  wbs: column(),
  outlineLevel: column(),
  parent: column(),
  duration: column(),
  start: column(),
  finish: column(),
  predecessors: column(),
  percentComplete: column(),
  milestone: column(),
  resources: column(),
  deadline: column(),
  note: column(),
  dayOrder: choice(dayOrders),
  durationUnit: choice(durationUnits),
  startsOn: localDate(),
})

/** The form as the table's reader takes it. */
export function mappingOf(form: z.output<typeof columnsForm>): TableMapping {
  const columns = mappedFields.flatMap((field) => (form[field] === null ? [] : [[field, form[field]]]))
  return {
    columns: Object.fromEntries(columns) as TableMapping['columns'],
    dayOrder: form.dayOrder,
    durationUnit: form.durationUnit,
  }
}
