import type { Tx } from '@countersign/db/connect'
import { timeAnswers, timeRequests } from '@countersign/db/tables/decision-parts'
import { deliverables } from '@countersign/db/tables/contract'
import { contacts, staff } from '@countersign/db/tables/people'
import { deliverableStates, remindersSent } from '@countersign/db/views/states'
import { readAcceptanceClock } from '@countersign/domain/acceptance-clock'
import { clockOf } from '@countersign/operations/acceptance-clock'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq } from 'drizzle-orm'

/**
 * How the customer's time runs on the version that waits, with reminders, pauses and requests for more; `clock` is null
 * where nothing waits or the contract set no period. Null where there is no such deliverable.
 */
export async function clockOfDeliverable(
  tx: Tx,
  { projectId, deliverableId }: { projectId: string; deliverableId: string },
  now: Date,
) {
  const [deliverable] = await tx
    .select({
      code: deliverables.code,
      name: deliverables.name,
      state: deliverableStates.state,
      version: deliverableStates.version,
      submissionId: deliverableStates.submissionId,
    })
    .from(deliverables)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
  if (!deliverable) return null
  const { submissionId, state } = deliverable
  return {
    deliverable,
    clock: submissionId && state === 'submitted' ? await runningClock(tx, submissionId, now) : null,
  }
}

/** The clock of one version; null where the contract set no period. */
export async function runningClock(tx: Tx, submissionId: string, now: Date) {
  const clock = await clockOf(tx, submissionId)
  if (!clock) return null
  const [reminders, requests] = await Promise.all([
    tx
      .select()
      .from(remindersSent)
      .where(eq(remindersSent.submissionId, submissionId))
      .orderBy(asc(remindersSent.writtenAt), asc(remindersSent.contactName)),
    tx
      .select({
        id: timeRequests.id,
        until: timeRequests.until,
        reason: timeRequests.reason,
        who: contacts.name,
        isGranted: timeAnswers.isGranted,
        answer: timeAnswers.text,
        answeredBy: staff.name,
      })
      .from(timeRequests)
      .innerJoin(contacts, eq(contacts.id, timeRequests.requestedBy))
      .leftJoin(timeAnswers, eq(timeAnswers.timeRequestId, timeRequests.id))
      .leftJoin(staff, eq(staff.id, timeAnswers.answeredBy))
      .where(eq(timeRequests.submissionId, submissionId))
      .orderBy(asc(timeRequests.requestedAt)),
  ])
  const { terms, facts } = clock
  const reading = readAcceptanceClock(terms, facts, now)
  return {
    ...reading,
    submissionId,
    days: terms.days,
    deemedClause: terms.deemedClause,
    grantedUntil: facts.grantedUntil,
    pauses: clock.pauses,
    reminders: reminders.map(({ kind, contactName, sentAt, receipt, writtenAt }) => ({
      key: `${kind} ${contactName} ${writtenAt.toISOString()}`,
      kind,
      contactName,
      sentAt,
      receipt,
    })),
    requests,
  }
}

export type RunningClock = SerializeFrom<NonNullable<Awaited<ReturnType<typeof runningClock>>>>
