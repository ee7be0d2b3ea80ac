import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { peopleBookings, peopleWork } from '@countersign/db/views/capacity'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { demandOf, isOverAllocated, type Load } from '@countersign/domain/capacity/load'
import { mondayOf } from '@countersign/domain/work-week'
import { loadsOf, mondaysFrom } from '@countersign/operations/loads-of'
import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm'

const WEEKS = 26

export type OverWeek = { staffId: string; name: string; on: LocalDate; load: Load }

/** The weeks from this one on in which somebody who works for a project is asked for too much, over all projects. */
export async function overAllocatedWeeks(tx: Tx, projectId: string, today: LocalDate): Promise<OverWeek[]> {
  const [working, booked] = await Promise.all([
    tx
      .selectDistinct({ id: peopleWork.staffId })
      .from(peopleWork)
      .where(and(eq(peopleWork.projectId, projectId), gte(peopleWork.finishesLocal, today))),
    tx
      .selectDistinct({ id: peopleBookings.staffId })
      .from(peopleBookings)
      .where(
        and(
          eq(peopleBookings.projectId, projectId),
          isNotNull(peopleBookings.staffId),
          gte(peopleBookings.toOn, today),
        ),
      ),
  ])
  const ids = [...new Set([...working, ...booked].flatMap(({ id }) => (id ? [id] : [])))]
  if (ids.length === 0) return []
  const mondays = mondaysFrom(mondayOf(today), WEEKS)
  const [loads, names] = await Promise.all([
    loadsOf(tx, ids, mondays),
    tx.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids)),
  ])
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return [...loads]
    .flatMap(([staffId, weeks]) =>
      weeks.flatMap((load, week) =>
        isOverAllocated(load) ? [{ staffId, name: nameOf.get(staffId) ?? '', on: mondays[week]!, load }] : [],
      ),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : demandOf(b.load) - demandOf(a.load)))
}
