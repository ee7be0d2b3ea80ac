import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { absences } from '@countersign/db/views/capacity'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { daysBetweenBoth, type Calendar } from '@countersign/domain/capacity/working-days'
import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import { countryOfTimeZone, publicHolidays } from './public-holidays'

/** When people have time: their week, approved leave and the public holidays of where they are, by person. */
export async function calendarsOf(
  tx: Tx,
  staffIds: readonly string[],
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Map<string, Calendar>> {
  if (staffIds.length === 0) return new Map()
  const [people, away] = await Promise.all([
    tx
      .select({
        id: staff.id,
        weeklyMinutes: staff.weeklyMinutes,
        dayMinutes: staff.dayMinutes,
        holidayPlace: staff.holidayPlace,
        timeZone: staff.timeZone,
      })
      .from(staff)
      .where(inArray(staff.id, [...staffIds])),
    tx
      .select()
      .from(absences)
      .where(
        and(
          inArray(absences.staffId, [...staffIds]),
          eq(absences.isApproved, true),
          lte(absences.fromOn, to),
          gte(absences.toOn, from),
        ),
      ),
  ])
  const absencesOf = grouped(away)
  return new Map(
    people.map(({ id, weeklyMinutes, dayMinutes, ...place }) => [
      id,
      {
        weeklyMinutes,
        dayMinutes,
        absences: absencesOf.get(id) ?? [],
        holidays: holidaysOf(placeOf(place), Number(from.slice(0, 4)), Number(to.slice(0, 4))),
      },
    ]),
  )
}

function grouped<Row extends { staffId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.staffId, [...(groups.get(row.staffId) ?? []), row])
  return groups
}

/** 'DE-BY', or 'DE' by the time zone where nobody said it; '' where no country says so. */
export function placeOf({ holidayPlace, timeZone }: { holidayPlace: string; timeZone: string }): string {
  return holidayPlace || (zoneCountries.get(timeZone) ?? keptCountry(timeZone))
}

const zoneCountries = new Map<string, string>()
function keptCountry(timeZone: string): string {
  const country = countryOfTimeZone(timeZone) ?? ''
  zoneCountries.set(timeZone, country)
  return country
}

/** A year's holidays of a place never change while a process lives, and take milliseconds to find. */
const years = new Map<string, LocalDate[]>()
export function holidaysOf(place: string, from: number, to: number): Set<LocalDate> {
  const days = new Set<LocalDate>()
  if (place === '') return days
  const [country = '', region = null] = place.split('-')
  for (let year = from; year <= to; year++) {
    const key = `${place} ${year}`
    const known =
      years.get(key) ??
      (publicHolidays({ country, region }, { from: year, to: year }, 'en') ?? []).flatMap(
        ({ fromOn, toOn }) => daysBetweenBoth(fromOn, toOn),
      )
    years.set(key, known)
    for (const on of known) days.add(on)
  }
  return days
}
