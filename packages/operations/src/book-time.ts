import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { bookings } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import { peopleBookings } from '@countersign/db/views/capacity'
import { daysBetween, type LocalDate } from '@countersign/domain/calendar-day'
import { firstDayAbove } from '@countersign/domain/capacity/booked'
import { and, eq, gte, lte, ne } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { calendarsOf } from './people-calendars'
import { brokenConstraint, refused } from './result'

export type Booking = {
  projectId: string
  /** One of the three: a person, a role that nobody fills yet, or a vendor. */
  staffId: string | null
  jobRole: string
  vendorId: string | null
  fromOn: LocalDate
  toOn: LocalDate
  /** One of the two; a share only of a person. */
  dayMinutes: number | null
  sharePercent: number | null
  firmness: 'soft' | 'hard'
  overReason: string
  note: string
  by: StaffActor
}

/** What a hard booking met: the day, and what would be booked of how much. */
export type AboveCapacity = { on: LocalDate; booked: number; there: number } | null

/**
 * Keeps time for a project. Hard bookings of one person, of all projects together, stay within what the person has on
 * each day, unless a reason is given; soft ones are wishes.
 */
export async function bookTime(tx: Tx, { by, ...booking }: Booking) {
  const why = whyNotABooking(booking)
  if (why) return refused(why)
  if (!(await lockProject(tx, booking.projectId))) return refused('no-such-project')
  if (!(await isThere(tx, booking))) return refused('no-such-person')
  return kept(tx, booking, (inner) => inner.insert(bookings).values({ ...booking, bookedBy: by.staffId }))
}

type Change = {
  projectId: string
  bookingId: string
  firmness: 'soft' | 'hard'
  /** Who fills a role's booking; null leaves who it is. */
  staffId: string | null
  overReason: string
}

/** Makes a booking firm or soft, and gives a role to somebody who fills it. */
export async function changeBooking(tx: Tx, { projectId, bookingId, firmness, staffId, overReason }: Change) {
  const which = and(eq(bookings.projectId, projectId), eq(bookings.id, bookingId))
  const [known] = await tx.select().from(bookings).where(which).for('update')
  if (!known) return refused('no-such-booking')
  if (staffId !== null && known.vendorId !== null) return refused('of-a-vendor')
  const changed = { ...known, firmness, overReason, staffId: staffId ?? known.staffId }
  if (staffId !== null && !(await isThere(tx, changed))) return refused('no-such-person')
  return kept(tx, changed, (inner) =>
    inner.update(bookings).set({ firmness, overReason, staffId: changed.staffId }).where(which),
  )
}

/** Gives the time back. */
export async function releaseBooking(
  tx: Tx,
  { projectId, bookingId }: { projectId: string; bookingId: string },
) {
  const gone = await tx
    .delete(bookings)
    .where(and(eq(bookings.projectId, projectId), eq(bookings.id, bookingId)))
    .returning({ id: bookings.id })
  return gone.length === 0 ? refused('no-such-booking') : { ok: true as const }
}

type Amount = Pick<
  Booking,
  'staffId' | 'jobRole' | 'vendorId' | 'fromOn' | 'toOn' | 'dayMinutes' | 'sharePercent'
>

function whyNotABooking({ staffId, jobRole, vendorId, fromOn, toOn, dayMinutes, sharePercent }: Amount) {
  const length = daysBetween(fromOn, toOn)
  const named = [staffId !== null, vendorId !== null, jobRole !== ''].filter(Boolean).length
  if (named === 0) return 'of-nobody'
  if (vendorId !== null && named > 1) return 'of-several'
  if (length < 0) return 'ends-before-it-begins'
  if (length > 1100) return 'longer-than-three-years'
  if ((dayMinutes === null) === (sharePercent === null)) return 'hours-or-share'
  if (sharePercent !== null && staffId === null) return 'share-of-a-person'
  return null
}

async function isThere(tx: Tx, { staffId, vendorId }: Pick<Booking, 'staffId' | 'vendorId'>) {
  if (staffId !== null) {
    const [person] = await tx
      .select({ role: staff.role })
      .from(staff)
      .where(and(eq(staff.id, staffId), eq(staff.isActive, true), ne(staff.role, 'vendor')))
    return person !== undefined
  }
  if (vendorId === null) return true
  const [vendor] = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), eq(vendors.isActive, true)))
  return vendor !== undefined
}

type Wanted = Amount & Pick<Booking, 'firmness' | 'overReason'> & { id?: string }

/** The database has the last word, for two that book at once; it names no figures, so the question is asked first. */
async function kept(tx: Tx, wanted: Wanted, write: (inner: Tx) => Promise<unknown>) {
  const above = wanted.overReason === '' ? await whereAbove(tx, wanted) : null
  if (above) return { ...refused('above-capacity'), above: above as AboveCapacity }
  try {
    await tx.transaction(write)
    return { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) !== 'bookings_within_capacity') throw error
    return { ...refused('above-capacity'), above: null as AboveCapacity }
  }
}

async function whereAbove(tx: Tx, wanted: Wanted): Promise<AboveCapacity> {
  const { staffId, fromOn, toOn } = wanted
  if (staffId === null || wanted.firmness === 'soft') return null
  const [calendars, others] = await Promise.all([
    calendarsOf(tx, [staffId], { from: fromOn, to: toOn }),
    tx
      .select()
      .from(peopleBookings)
      .where(
        and(
          eq(peopleBookings.staffId, staffId),
          eq(peopleBookings.firmness, 'hard'),
          lte(peopleBookings.fromOn, toOn),
          gte(peopleBookings.toOn, fromOn),
        ),
      ),
  ])
  const calendar = calendars.get(staffId)
  if (!calendar) return null
  return firstDayAbove([...others.filter(({ id }) => id !== wanted.id), wanted], calendar, { fromOn, toOn })
}
