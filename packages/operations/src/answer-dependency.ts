import type { Tx } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'
import { portalDependencies } from '@countersign/db/views/portal-dependencies'
import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { whyNotAnswered } from '@countersign/domain/governance/dependency'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

type Answer = {
  requestId: string
  answer: 'done' | 'later'
  remark: string
  promisedOn: LocalDate | null
  file: StoredFile | null
  now: Date
}

/** The customer says of what it is asked for that it is done, or when it will be. Manager and colleagues read it. */
export async function answerDependency(tx: Tx, { requestId, answer, remark, promisedOn, file, now }: Answer) {
  const [request] = await tx
    .select({
      closing: portalDependencies.closing,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalDependencies)
    .innerJoin(portalProjects, eq(portalProjects.id, portalDependencies.projectId))
    .where(eq(portalDependencies.id, requestId))
  if (!request) return refused('no-such-request')
  const why = whyNotAnswered(
    { role: request.role, isSettled: request.closing !== null },
    { answer, promisedOn },
    localDateIn(request.timeZone, now),
  )
  if (why) return refused(why)
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`select portal.answer_dependency(${requestId}, ${answer}, ${remark}, ${promisedOn}::date,
        ${JSON.stringify(file ? [file] : [])}::jsonb)`),
    )
    return { ok: true as const }
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'dependency_open') return refused('already-settled')
    if (broken === 'dependency_latest') return refused('no-such-request')
    throw error
  }
}
