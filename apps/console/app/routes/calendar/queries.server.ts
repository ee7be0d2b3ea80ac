import type { Tx } from '@countersign/db/connect'
import { projectCalendars } from '@countersign/db/tables/plan'
import type { PlanCalendar } from '@countersign/domain/schedule/plan'
import { and, eq } from 'drizzle-orm'

/** One calendar of a project and the name of what it is based on; null where there is none. */
export async function calendarToChange(tx: Tx, projectId: string, uid: number) {
  const named = async (which: number) => {
    const [row] = await tx
      .select({ definition: projectCalendars.definition })
      .from(projectCalendars)
      .where(and(eq(projectCalendars.projectId, projectId), eq(projectCalendars.uid, which)))
    return row ? (row.definition as PlanCalendar) : null
  }
  const calendar = await named(uid)
  if (!calendar) return null
  const basedOn = calendar.derivedFrom === null ? null : await named(calendar.derivedFrom)
  return { calendar, basedOn: basedOn?.name ?? null }
}
