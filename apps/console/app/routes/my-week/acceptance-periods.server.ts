import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { projects } from '@countersign/db/tables/projects'
import { deliverableStates } from '@countersign/db/views/states'
import { readAcceptanceClock } from '@countersign/domain/acceptance-clock'
import { clockOf } from '@countersign/operations/acceptance-clock'
import { asc, eq } from 'drizzle-orm'
import type { Due } from './due.server'

/** Versions that wait for the customer, with the last day of each one's acceptance period. */
export async function acceptancePeriods(tx: Tx, now: Date): Promise<Due[]> {
  const waiting = await tx
    .select({
      submissionId: deliverableStates.submissionId,
      deliverableId: deliverables.id,
      what: deliverables.name,
      deliverableCode: deliverables.code,
      project: { id: projects.id, code: projects.code, name: projects.name },
    })
    .from(deliverableStates)
    .innerJoin(deliverables, eq(deliverables.id, deliverableStates.deliverableId))
    .innerJoin(projects, eq(projects.id, deliverableStates.projectId))
    .where(eq(deliverableStates.state, 'submitted'))
    .orderBy(asc(deliverableStates.submittedAt))
    .limit(100)
  const periods = await Promise.all(
    waiting.map(async ({ submissionId, deliverableId, deliverableCode, what, project }): Promise<Due> => {
      const clock = submissionId === null ? null : await clockOf(tx, submissionId)
      const reading = clock && readAcceptanceClock(clock.terms, clock.facts, now)
      return {
        key: `acceptance-period ${deliverableId}`,
        kind: 'acceptance-period',
        project,
        what: `${deliverableCode} ${what}`,
        at: deliverableId,
        count: 1,
        on: reading?.lastDay ?? null,
      }
    }),
  )
  return periods
}
