import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { skills, staffSkills } from '@countersign/db/tables/people-capacity'
import { absences } from '@countersign/db/views/capacity'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { loadsOf, mondaysFrom } from '@countersign/operations/loads-of'
import { and, asc, eq, gte, lte, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

const WEEKS = 8
const above = alias(staff, 'above')

/** A person of ours: the week, where it belongs, what it can and its next weeks. Null for nobody and for a vendor's. */
export async function personInFull(tx: Tx, staffId: string, today: LocalDate) {
  const mondays = mondaysFrom(mondayOf(today), WEEKS)
  const [[person], can, known, loads, away] = await Promise.all([
    tx
      .select({
        id: staff.id,
        name: staff.name,
        weeklyMinutes: staff.weeklyMinutes,
        dayMinutes: staff.dayMinutes,
        holidayPlace: staff.holidayPlace,
        businessUnit: staff.businessUnit,
        timeZone: staff.timeZone,
        lineManager: above.name,
      })
      .from(staff)
      .leftJoin(above, eq(above.id, staff.lineManagerId))
      .where(and(eq(staff.id, staffId), ne(staff.role, 'vendor'))),
    tx
      .select({ name: skills.name, level: staffSkills.level })
      .from(staffSkills)
      .innerJoin(skills, eq(skills.id, staffSkills.skillId))
      .where(eq(staffSkills.staffId, staffId))
      .orderBy(asc(skills.name)),
    tx.select({ name: skills.name }).from(skills).orderBy(asc(skills.name)),
    loadsOf(tx, [staffId], mondays),
    absencesBetween(tx, staffId, mondays[0]!, addDays(mondays.at(-1)!, 6)),
  ])
  return person
    ? {
        person,
        can,
        known: known.map(({ name }) => name),
        mondays,
        loads: loads.get(staffId) ?? [],
        away,
      }
    : null
}

export function absencesBetween(tx: Tx, staffId: string, from: LocalDate, to: LocalDate) {
  return tx
    .select({ fromOn: absences.fromOn, toOn: absences.toOn, isHalfDay: absences.isHalfDay })
    .from(absences)
    .where(
      and(
        eq(absences.staffId, staffId),
        eq(absences.isApproved, true),
        lte(absences.fromOn, to),
        gte(absences.toOn, from),
      ),
    )
    .orderBy(asc(absences.fromOn))
}
