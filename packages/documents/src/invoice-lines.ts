import type { Format } from './format'
import type { InvoiceInput } from './invoice'
import type { DocumentMessages } from './messages-en'
import { contentWidth, muted, type Sheet } from './sheet'

/** What is billed: how much of it, what it comes to, and what made it billable. */
export function invoiceLineTable(
  sheet: Sheet,
  input: InvoiceInput,
  words: DocumentMessages,
  format: Format,
): void {
  const own = words.invoice
  const columns = [
    { title: own.position, width: 34 },
    { title: own.description, width: contentWidth - 234 },
    { title: own.quantity, width: 70, align: 'right' as const },
    { title: words.amount, width: 130, align: 'right' as const },
  ]
  const rows = input.lines.map((line) => {
    const why = input.accepted
      .filter(({ position }) => position === line.position)
      .map(({ code, name, acceptedAt, certificate }) => ({
        text: own.acceptedOn(`${code} ${name}`, format.dayOf(acceptedAt), certificate),
        size: 8,
        color: muted,
      }))
    const count = format.decimal(line.quantityThousandths, 3)
    return {
      cells: [
        { text: String(line.position), color: muted },
        [{ text: line.description }, ...why],
        line.unit === 'HUR' ? own.hours(count) : count,
        format.amount(line.amountMinor, input.currency),
      ],
    }
  })
  sheet.table(columns, rows)
}
