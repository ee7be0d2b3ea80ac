import type { StaffActor, Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { contacts, staff } from '@countersign/db/tables/people'
import { planResources } from '@countersign/db/tables/plan-resources'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { bookings, raciRoles, teamPlaces } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { overAllocatedWeeks, type OverWeek } from '../../capacity/over-allocated.server'
import { skillGapsIn } from '../../capacity/skill-gaps.server'
import { bookingColumns } from '../booking/queries.server'

const above = alias(staff, 'above')
const noBookings: Awaited<ReturnType<typeof bookingsOf>> = []
const nobodyOver: OverWeek[] = []

/** A project's team with who answers for what, bookings, and what is amiss. Bookings are the managers' to read. */
export async function teamOf(tx: Tx, reader: StaffActor, projectId: string, today: LocalDate) {
  const readsBookings = reader.role !== 'team_member'
  const [[project], places, letters, things, booked, over, gaps, [names]] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    placesOf(tx, projectId, readsBookings),
    tx
      .select({
        placeId: raciRoles.teamPlaceId,
        thingId: sql<string>`coalesce(${raciRoles.taskId}, ${raciRoles.deliverableId})`,
        letter: raciRoles.letter,
      })
      .from(raciRoles)
      .where(eq(raciRoles.projectId, projectId)),
    thingsOf(tx, projectId),
    readsBookings ? bookingsOf(tx, projectId) : noBookings,
    readsBookings ? overAllocatedWeeks(tx, projectId, today) : nobodyOver,
    skillGapsIn(tx, projectId),
    tx
      .select({ open: sql<number>`count(*)::int` })
      .from(planResources)
      .where(
        and(
          eq(planResources.projectId, projectId),
          eq(planResources.kind, 'work'),
          isNull(planResources.staffId),
        ),
      ),
  ])
  if (!project) return null
  return { places, letters, things, bookings: booked, over, gaps, openNames: names?.open ?? 0, readsBookings }
}

const named = sql<string>`coalesce(${staff.name}, ${contacts.name}, ${teamPlaces.personName})`
/** Ours first, then our vendors', then the customer's. */
const sideOrder = sql`case when ${teamPlaces.staffId} is not null then 1 when ${teamPlaces.vendorId} is not null then 2 else 3 end`

/** A vendor's name is not a team member's to read. */
export async function placesOf(tx: Tx, projectId: string, readsVendors: boolean) {
  const known = {
    id: teamPlaces.id,
    function: teamPlaces.function,
    isShownToCustomer: teamPlaces.isShownToCustomer,
    name: named,
    side: sql<'provider' | 'customer' | 'vendor'>`case when ${teamPlaces.staffId} is not null then 'provider'
      when ${teamPlaces.contactId} is not null then 'customer' else 'vendor' end`,
    vendorId: teamPlaces.vendorId,
    lineManager: above.name,
  }
  const [rows, firms] = await Promise.all([
    tx
      .select(known)
      .from(teamPlaces)
      .leftJoin(staff, eq(staff.id, teamPlaces.staffId))
      .leftJoin(above, eq(above.id, staff.lineManagerId))
      .leftJoin(contacts, eq(contacts.id, teamPlaces.contactId))
      .where(eq(teamPlaces.projectId, projectId))
      .orderBy(asc(sideOrder), asc(teamPlaces.addedAt), asc(named), asc(teamPlaces.id)),
    readsVendors ? tx.select({ id: vendors.id, name: vendors.name }).from(vendors) : [],
  ])
  const firmOf = new Map(firms.map(({ id, name }) => [id, name]))
  return rows.map(({ vendorId, ...place }) => ({
    ...place,
    // Of a firm whose name is not the reader's, what it does.
    name: place.name || place.function,
    firm: vendorId ? (firmOf.get(vendorId) ?? '') : '',
  }))
}

/** What one can answer for: the phases, which are the plan's top summaries, and the deliverables. */
export async function thingsOf(tx: Tx, projectId: string) {
  const [phases, results] = await Promise.all([
    tx
      .select({ id: tasks.id, name: tasks.name })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.isSummary, true), eq(tasks.outlineLevel, 1)))
      .orderBy(asc(tasks.position)),
    tx
      .select({ id: deliverables.id, name: sql<string>`${deliverables.code} || ' ' || ${deliverables.name}` })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
  ])
  return [
    ...phases.map((phase) => ({ ...phase, kind: 'phase' as const })),
    ...results.map((result) => ({ ...result, kind: 'deliverable' as const })),
  ]
}

function bookingsOf(tx: Tx, projectId: string) {
  return tx
    .select(bookingColumns)
    .from(bookings)
    .leftJoin(staff, eq(staff.id, bookings.staffId))
    .leftJoin(vendors, eq(vendors.id, bookings.vendorId))
    .where(eq(bookings.projectId, projectId))
    .orderBy(asc(bookings.fromOn), asc(bookings.bookedAt))
}
