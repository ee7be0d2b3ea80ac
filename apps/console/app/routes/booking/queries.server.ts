import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { bookings } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, eq } from 'drizzle-orm'
import { peopleToBook } from '../new-booking/queries.server'

/** A booking as people read it, from `bookings` with the staff and the vendors joined. */
export const bookingColumns = {
  id: bookings.id,
  person: staff.name,
  vendor: vendors.name,
  jobRole: bookings.jobRole,
  fromOn: bookings.fromOn,
  toOn: bookings.toOn,
  dayMinutes: bookings.dayMinutes,
  sharePercent: bookings.sharePercent,
  firmness: bookings.firmness,
  overReason: bookings.overReason,
  note: bookings.note,
}

/** A booking with whoever could fill it; null where there is none. */
export async function bookingInFull(tx: Tx, projectId: string, bookingId: string) {
  const [[booking], people] = await Promise.all([
    tx
      .select(bookingColumns)
      .from(bookings)
      .leftJoin(staff, eq(staff.id, bookings.staffId))
      .leftJoin(vendors, eq(vendors.id, bookings.vendorId))
      .where(and(eq(bookings.projectId, projectId), eq(bookings.id, bookingId))),
    peopleToBook(tx),
  ])
  return booking ? { booking, people } : null
}
