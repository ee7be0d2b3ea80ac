import type { StaffActor, Tx } from '@countersign/db/connect'
import { savedViews } from '@countersign/db/tables/margins'
import { and, eq } from 'drizzle-orm'

type View = { place: string; name: string; query: string; by: StaffActor }

/** Keeps a table's address under a name of one's own; the same name again takes the new address. */
export async function saveView(tx: Tx, { by, ...view }: View) {
  await tx
    .insert(savedViews)
    .values({ staffId: by.staffId, ...view })
    .onConflictDoUpdate({
      target: [savedViews.staffId, savedViews.place, savedViews.name],
      set: { query: view.query },
    })
  return { ok: true as const }
}

/** The view as it was; null where one has no such view. */
export async function removeView(tx: Tx, { viewId, by }: { viewId: string; by: StaffActor }) {
  const [gone] = await tx
    .delete(savedViews)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.staffId, by.staffId)))
    .returning({ place: savedViews.place })
  return gone ?? null
}
