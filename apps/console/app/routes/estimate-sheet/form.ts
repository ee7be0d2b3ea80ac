import type { SheetLine } from '@countersign/domain/budget/estimate-sheet'
import { sheetLineOf, type SheetText } from '@countersign/domain/budget/sheet-text'
import { list, shortText } from '@countersign/http/fields'
import type { FormErrors } from '@countersign/http/forms'
import type { FieldError } from '@countersign/http/messages-en'
import { z } from 'zod'

/** What was typed into the sheet, cell by cell; what it means is `linesIn`'s. */
export const sheetForm = z.strictObject({
  lines: list(
    z.strictObject({
      workPackage: shortText(200),
      costType: shortText(20, 0),
      jobRole: shortText(200, 0),
      hours: shortText(20, 0),
      amount: shortText(40, 0),
      billHour: shortText(40, 0),
      note: shortText(200, 0),
    }),
    400,
  ),
})

export const sheetRows = { lines: ['workPackage', 'hours', 'amount', 'note'] }

/** The lines that were typed, or which cells are wrong. */
export function linesIn(
  typed: readonly SheetText[],
  reading: { currency: string; locale: string },
): { ok: true; lines: SheetLine[] } | { ok: false; errors: FormErrors } {
  const lines: SheetLine[] = []
  const errors: FormErrors = {}
  for (const [index, text] of typed.entries()) {
    const read = sheetLineOf(text, reading)
    if (read.ok) lines.push(read.line)
    else errors[`lines.${index}.${read.field}`] = wordOf(read.why)
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, lines }
}

function wordOf(why: Extract<ReturnType<typeof sheetLineOf>, { ok: false }>['why']): FieldError {
  return why === 'not-hours' ? 'not-a-number' : why
}
