import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeAnswers, timeRequests } from '@countersign/db/tables/decision-parts'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import { addDays, localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { and, eq, sql } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { brokenConstraint, refused } from './result'

type Request = { submissionId: string; until: LocalDate; reason: string; now: Date }

const MOST_DAYS = 365

/** A signatory asks for more time to decide, up to a day. */
export async function requestTime(tx: Tx, { submissionId, until, reason, now }: Request) {
  const [found] = await tx
    .select({
      outcome: portalSubmissions.outcome,
      isSuperseded: portalSubmissions.isSuperseded,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.id, submissionId))
  if (!found) return refused('no-such-submission')
  if (found.role !== 'signatory') return refused('not-a-signatory')
  if (found.outcome !== null) return refused('already-decided')
  if (found.isSuperseded) return refused('superseded')
  const today = localDateIn(found.timeZone, now)
  if (until <= today || until > addDays(today, MOST_DAYS)) return refused('not-a-day-to-come')
  if (reason.trim() === '') return refused('reason-missing')
  await tx.execute(sql`select portal.request_time(${submissionId}, ${until}::date, ${reason})`)
  return { ok: true as const }
}

type Answer = {
  projectId: string
  timeRequestId: string
  isGranted: boolean
  text: string
  by: StaffActor
  now: Date
}

/** The manager grants the time, which moves the end of the acceptance period, or does not. Once. */
export async function answerTimeRequest(tx: Tx, { projectId, timeRequestId, by, now, ...answer }: Answer) {
  const [request] = await tx
    .select({ id: timeRequests.id })
    .from(timeRequests)
    .where(and(eq(timeRequests.projectId, projectId), eq(timeRequests.id, timeRequestId)))
  if (!request) return refused('no-such-request')
  try {
    await tx.transaction((inner) =>
      inner
        .insert(timeAnswers)
        .values({ projectId, timeRequestId, ...answer, answeredBy: by.staffId, answeredAt: now }),
    )
    await enqueue(tx, 'after-time-answer', { timeRequestId }, `time answer ${timeRequestId}`)
    return { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) === 'time_answers_pkey') return refused('already-answered')
    throw error
  }
}
