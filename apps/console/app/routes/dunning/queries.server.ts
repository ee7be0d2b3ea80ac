import type { Tx } from '@countersign/db/connect'
import { dunningPauses, invoices } from '@countersign/db/tables/billing'
import { staff } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'

/** Whether dunning of an invoice is paused, by whom and why; null where there is no such invoice. */
export async function dunningOf(tx: Tx, invoiceId: string) {
  const [row] = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      note: dunningPauses.note,
      pausedAt: dunningPauses.pausedAt,
      pausedBy: staff.name,
    })
    .from(invoices)
    .leftJoin(dunningPauses, eq(dunningPauses.invoiceId, invoices.id))
    .leftJoin(staff, eq(staff.id, dunningPauses.pausedBy))
    .where(eq(invoices.id, invoiceId))
  if (!row) return null
  const { id, number, note, pausedAt, pausedBy } = row
  return {
    id,
    number,
    pause: pausedAt ? { note: note ?? '', by: pausedBy ?? '', at: pausedAt.toISOString() } : null,
  }
}
