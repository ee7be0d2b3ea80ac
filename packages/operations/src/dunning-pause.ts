import type { StaffActor, Tx } from '@countersign/db/connect'
import { dunningPauses, invoices } from '@countersign/db/tables/billing'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type Pause = { invoiceId: string; note: string; by: StaffActor }

/** Stops dunning of an invoice, with the reason: it is disputed, or a promise to pay is waited for. */
export async function pauseDunning(tx: Tx, { invoiceId, note, by }: Pause) {
  const [invoice] = await tx
    .select({ projectId: invoices.projectId })
    .from(invoices)
    .where(eq(invoices.id, invoiceId))
  if (!invoice) return refused('no-such-invoice')
  const paused = await tx
    .insert(dunningPauses)
    .values({ invoiceId, projectId: invoice.projectId, note, pausedBy: by.staffId })
    .onConflictDoNothing()
    .returning({ invoiceId: dunningPauses.invoiceId })
  return paused.length === 0 ? refused('paused-already') : { ok: true as const }
}

export async function resumeDunning(tx: Tx, { invoiceId }: { invoiceId: string }) {
  const gone = await tx
    .delete(dunningPauses)
    .where(eq(dunningPauses.invoiceId, invoiceId))
    .returning({ invoiceId: dunningPauses.invoiceId })
  return gone.length === 0 ? refused('not-paused') : { ok: true as const }
}
