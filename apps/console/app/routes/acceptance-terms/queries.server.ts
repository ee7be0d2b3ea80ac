import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { projectCalendars } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { and, eq, sql } from 'drizzle-orm'

/** What a contract says about acceptance, and the calendar whose working days count; null where there is no contract. */
export async function acceptanceTermsOf(tx: Tx, projectId: string) {
  const [row] = await tx
    .select({
      clause: contracts.acceptanceClause,
      days: contracts.acceptanceDays,
      firstDay: contracts.acceptanceFirstDay,
      deemedClause: contracts.deemedClause,
      reminderDays: contracts.reminderDays,
      warningDays: contracts.warningDays,
      reservationBasisPoints: contracts.reservationBasisPoints,
      signingOrder: contracts.signingOrder,
      warrantyMonths: contracts.warrantyMonths,
      calendar: sql<string | null>`${projectCalendars.definition} ->> 'name'`,
    })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .leftJoin(
      projectCalendars,
      and(eq(projectCalendars.projectId, projects.id), eq(projectCalendars.uid, projects.calendarUid)),
    )
    .where(eq(contracts.projectId, projectId))
  return row ?? null
}
