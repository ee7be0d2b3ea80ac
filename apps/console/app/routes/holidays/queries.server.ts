import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import {
  countryOfTimeZone,
  holidayCountries,
  holidayRegions,
  publicHolidays,
} from '@countersign/operations/public-holidays'
import { eq, max } from 'drizzle-orm'

/** A plan may run for centuries; nobody knows the holidays of the next one. */
const MOST_YEARS = 15

/** From the year in which a plan starts to the one after it ends, and where its customer keeps its clock. */
export async function yearsOfPlan(tx: Tx, projectId: string) {
  const [row] = await tx
    .select({
      starts: projects.startsLocal,
      timeZone: projects.timeZone,
      finishes: max(tasks.finishesLocal),
    })
    .from(projects)
    .leftJoin(tasks, eq(tasks.projectId, projects.id))
    .where(eq(projects.id, projectId))
    .groupBy(projects.id)
  if (!row) return null
  const from = Number(row.starts.slice(0, 4))
  const last = Number((row.finishes ?? row.starts).slice(0, 4)) + 1
  return { years: { from, to: Math.min(last, from + MOST_YEARS - 1) }, timeZone: row.timeZone }
}

type Asked = { country: string | null; region: string | null }

/** What can be chosen, and the holidays of what is chosen: the country of the project's clock until somebody does. */
export function placesToChoose(
  asked: Asked,
  { years, timeZone }: NonNullable<Awaited<ReturnType<typeof yearsOfPlan>>>,
  locale: string,
) {
  const country = asked.country ?? countryOfTimeZone(timeZone)
  const regions = country ? holidayRegions(country, locale) : []
  const region = regions.some(({ code }) => code === asked.region) ? asked.region : null
  return {
    country,
    region,
    countries: holidayCountries(locale),
    regions,
    holidays: country ? (publicHolidays({ country, region }, years, locale) ?? []) : [],
  }
}
