import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { and, asc, eq, ne } from 'drizzle-orm'

/** A person of ours with whoever could be its line manager; null for nobody and for a vendor's. */
export async function personWithPlace(tx: Tx, staffId: string) {
  const [[person], others, units] = await Promise.all([
    tx
      .select({
        id: staff.id,
        name: staff.name,
        lineManagerId: staff.lineManagerId,
        businessUnit: staff.businessUnit,
        holidayPlace: staff.holidayPlace,
        weeklyMinutes: staff.weeklyMinutes,
        dayMinutes: staff.dayMinutes,
      })
      .from(staff)
      .where(and(eq(staff.id, staffId), ne(staff.role, 'vendor'))),
    tx
      .select({ value: staff.id, label: staff.name })
      .from(staff)
      .where(and(eq(staff.isActive, true), ne(staff.role, 'vendor'), ne(staff.id, staffId)))
      .orderBy(asc(staff.name)),
    tx
      .selectDistinct({ name: staff.businessUnit })
      .from(staff)
      .where(ne(staff.businessUnit, ''))
      .orderBy(asc(staff.businessUnit)),
  ])
  return person ? { person, others, units: units.map(({ name }) => name) } : null
}
