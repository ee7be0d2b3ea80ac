import { InvoiceLines } from '../../invoice-lines'
import type { DraftPage } from '../invoice-draft/queries.server'

/** The draft as the invoice will show it. */
export function DraftTable({ draft }: { draft: DraftPage }) {
  return (
    <InvoiceLines
      {...draft}
      lines={draft.lines.map((line, index) => ({ ...line, id: String(index) }))}
      taxes={draft.taxes}
    />
  )
}
