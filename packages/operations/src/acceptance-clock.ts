import type { StaffActor, Tx } from '@countersign/db/connect'
import { clockPauses, clockResumptions } from '@countersign/db/tables/acceptance-clock'
import { timeAnswers, timeRequests } from '@countersign/db/tables/decision-parts'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { projectCalendars } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { SubmissionTerms } from '@countersign/domain/acceptance'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { acceptancePeriod, type AcceptancePeriod } from './acceptance-calendar'
import { refused } from './result'

export type ClockPauseRow = {
  id: string
  from: Date
  to: Date | null
  cause: 'supplier' | 'other'
  reason: string
}

/** What an acceptance period runs on; null where the contract set none when this was submitted. */
export async function clockOf(
  tx: Tx,
  submissionId: string,
): Promise<(AcceptancePeriod & { pauses: ClockPauseRow[] }) | null> {
  const [[row], pauses, granted] = await Promise.all([
    tx
      .select({
        terms: submissions.terms,
        submittedAt: submissions.submittedAt,
        projectId: submissions.projectId,
        timeZone: projects.timeZone,
        calendarUid: projects.calendarUid,
      })
      .from(submissions)
      .innerJoin(projects, eq(projects.id, submissions.projectId))
      .where(eq(submissions.id, submissionId)),
    tx
      .select({
        id: clockPauses.id,
        from: clockPauses.pausedAt,
        to: clockResumptions.resumedAt,
        cause: clockPauses.cause,
        reason: clockPauses.reason,
      })
      .from(clockPauses)
      .leftJoin(clockResumptions, eq(clockResumptions.pauseId, clockPauses.id))
      .where(eq(clockPauses.submissionId, submissionId))
      .orderBy(asc(clockPauses.pausedAt)),
    tx
      .select({ until: timeRequests.until })
      .from(timeRequests)
      .innerJoin(timeAnswers, and(eq(timeAnswers.timeRequestId, timeRequests.id), timeAnswers.isGranted))
      .where(eq(timeRequests.submissionId, submissionId)),
  ])
  if (!(row?.terms as SubmissionTerms | null | undefined)?.acceptance) return null
  const calendars = await tx
    .select({ definition: projectCalendars.definition })
    .from(projectCalendars)
    .where(eq(projectCalendars.projectId, row!.projectId))
  const period = acceptancePeriod({
    ...row!,
    pauses,
    calendars: calendars.map(({ definition }) => definition),
    grantedUntil: granted.map(({ until }) => until),
  })
  return period && { ...period, pauses }
}

type Pause = {
  projectId: string
  submissionId: string
  cause: 'supplier' | 'other'
  reason: string
  by: StaffActor
  now: Date
}

/** The customer's time stands still from now on: our side is at fault, or something else that the reason says. */
export async function pauseClock(tx: Tx, { projectId, submissionId, cause, reason, by, now }: Pause) {
  const [submission] = await tx
    .select({ terms: submissions.terms })
    .from(submissions)
    .where(and(eq(submissions.projectId, projectId), eq(submissions.id, submissionId)))
  if (!submission) return refused('no-such-submission')
  // What decides, by hand or by silence, takes this lock too. The row itself only who may change it could lock.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decide ${submissionId}`}, 0))`)
  if (!(submission.terms as SubmissionTerms | null)?.acceptance) return refused('no-period')
  if (await openPause(tx, submissionId)) return refused('already-paused')
  const [decided] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.submissionId, submissionId))
    .limit(1)
  if (decided) return refused('already-decided')
  await tx
    .insert(clockPauses)
    .values({ projectId, submissionId, cause, reason, pausedBy: by.staffId, pausedAt: now })
  return { ok: true as const }
}

type Resumption = { projectId: string; submissionId: string; by: StaffActor; now: Date }

/** The customer's time goes on. */
export async function resumeClock(tx: Tx, { projectId, submissionId, by, now }: Resumption) {
  const pauseId = await openPause(tx, submissionId)
  if (!pauseId) return refused('not-paused')
  await tx
    .insert(clockResumptions)
    .values({ pauseId, projectId, resumedBy: by.staffId, resumedAt: now })
    .onConflictDoNothing()
  return { ok: true as const }
}

async function openPause(tx: Tx, submissionId: string): Promise<string | null> {
  const [pause] = await tx
    .select({ id: clockPauses.id })
    .from(clockPauses)
    .leftJoin(clockResumptions, eq(clockResumptions.pauseId, clockPauses.id))
    .where(and(eq(clockPauses.submissionId, submissionId), isNull(clockResumptions.pauseId)))
  return pause?.id ?? null
}
