import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { eq } from 'drizzle-orm'
import { publicHolidays } from './public-holidays'
import { brokenConstraint, refused } from './result'

type Kept = {
  staffId: string
  lineManagerId: string | null
  businessUnit: string
  /** Minutes of Monday to Sunday. */
  dayMinutes: readonly number[]
  /** 'DE', 'DE-BY', or '' for what the time zone says. */
  holidayPlace: string
}

/** Whom somebody reports to, where the person belongs, which days are worked and which holidays are kept. */
export async function keepPerson(tx: Tx, { staffId, lineManagerId, dayMinutes, ...place }: Kept) {
  const weeklyMinutes = dayMinutes.reduce((sum, minutes) => sum + minutes, 0)
  if (weeklyMinutes > 4800) return refused('more-than-eighty-hours')
  if (lineManagerId === staffId) return refused('own-line-manager')
  if (!isKnownPlace(place.holidayPlace)) return refused('unknown-place')
  if (lineManagerId !== null) {
    const [manager] = await tx
      .select({ role: staff.role, isActive: staff.isActive })
      .from(staff)
      .where(eq(staff.id, lineManagerId))
    if (!manager?.isActive || manager.role === 'vendor') return refused('no-such-person')
  }
  // The ordinary week is not written down by days: it stays what it was when the hours of a week change.
  const [monday = 0] = dayMinutes
  const isOrdinary = dayMinutes.every((minutes, day) => minutes === (day < 5 ? monday : 0))
  try {
    const known = await tx.transaction((inner) =>
      inner
        .update(staff)
        .set({ lineManagerId, weeklyMinutes, dayMinutes: isOrdinary ? null : [...dayMinutes], ...place })
        .where(eq(staff.id, staffId))
        .returning({ id: staff.id }),
    )
    return known.length === 0 ? refused('no-such-person') : { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) === 'staff_line_managers_in_a_circle') return refused('managers-in-a-circle')
    throw error
  }
}

function isKnownPlace(place: string): boolean {
  if (place === '') return true
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(place)) return false
  const [country = '', region = null] = place.split('-')
  return publicHolidays({ country, region }, { from: 2026, to: 2026 }, 'en') !== null
}
