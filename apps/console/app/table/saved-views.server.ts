import type { StaffActor, Tx } from '@countersign/db/connect'
import { savedViews } from '@countersign/db/tables/margins'
import { and, asc, eq } from 'drizzle-orm'

/** A person's own views of a table; its place is the table's address without the first slash. */
export function savedViewsOf(tx: Tx, { staffId }: StaffActor, place: string) {
  return tx
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(and(eq(savedViews.staffId, staffId), eq(savedViews.place, place)))
    .orderBy(asc(savedViews.name))
}
