import type { Tx } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'
import { portalDependencies } from '@countersign/db/views/portal-dependencies'
import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { answersDependencies, dependencyState, isLate } from '@countersign/domain/governance/dependency'
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { projectHead } from '../project-head.server'

export type NeedAnswer = {
  id: string
  answer: 'done' | 'later'
  remark: string
  promisedOn: string | null
  at: string
  by: string
  fileName: string | null
}

const columns = {
  id: portalDependencies.id,
  projectId: portalDependencies.projectId,
  what: portalDependencies.what,
  needOn: portalDependencies.needOn,
  forTask: portalDependencies.forTask,
  message: portalDependencies.message,
  putAt: portalDependencies.putAt,
  putByName: portalDependencies.putByName,
  contactName: portalDependencies.contactName,
  closing: portalDependencies.closing,
  answers: portalDependencies.answers,
}

type Row = { needOn: LocalDate; closing: 'received' | 'dropped' | null; putAt: Date; answers: unknown }

/** A request with where it stands on a day, for a page. */
function withState<R extends Row>({ putAt, answers: kept, ...row }: R, today: LocalDate) {
  const answers = kept as NeedAnswer[]
  const known = { needOn: row.needOn, closing: row.closing, isAsked: true, answers }
  // What was asked is never merely open.
  const state = dependencyState(known) as 'asked' | 'promised' | 'done' | 'received' | 'dropped'
  return { ...row, putAt: putAt.toISOString(), answers, state, isLate: isLate(known, today) }
}

/** What waits for this person: asked of them or of nobody in particular, and not said to be done. */
export async function needsToAnswer(tx: Tx, now: Date) {
  const rows = await tx
    .select({ ...columns, projectName: portalProjects.name, timeZone: portalProjects.timeZone })
    .from(portalDependencies)
    .innerJoin(portalProjects, eq(portalProjects.id, portalDependencies.projectId))
    .where(
      and(
        isNull(portalDependencies.closedAt),
        inArray(portalProjects.myRole, ['signatory', 'contributor']),
        or(isNull(portalDependencies.contactId), eq(portalDependencies.isMine, true)),
      ),
    )
    .orderBy(asc(portalDependencies.needOn))
  return rows
    .map(({ timeZone, ...row }) => withState(row, localDateIn(timeZone, now)))
    .filter(({ state }) => state !== 'done')
}

export type NeedToAnswer = Awaited<ReturnType<typeof needsToAnswer>>[number]

/** All that was asked in a project, open first; null where there is no such project. */
export async function needsPage(tx: Tx, projectId: string, now: Date) {
  const [[row], needs] = await Promise.all([
    tx
      .select({ project: projectHead, role: portalProjects.myRole, timeZone: portalProjects.timeZone })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    tx
      .select(columns)
      .from(portalDependencies)
      .where(eq(portalDependencies.projectId, projectId))
      .orderBy(asc(portalDependencies.needOn)),
  ])
  if (!row) return null
  const today = localDateIn(row.timeZone, now)
  return {
    project: row.project,
    mayAnswer: answersDependencies(row.role),
    needs: needs.map((need) => withState(need, today)),
  }
}

export type Need = NonNullable<Awaited<ReturnType<typeof needsPage>>>['needs'][number]

/** One request and whether this person answers it; null where it is not there. */
export async function needToAnswer(tx: Tx, requestId: string, now: Date) {
  const [row] = await tx
    .select({
      ...columns,
      project: projectHead,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalDependencies)
    .innerJoin(portalProjects, eq(portalProjects.id, portalDependencies.projectId))
    .where(eq(portalDependencies.id, requestId))
  if (!row) return null
  const { project, role, timeZone, ...need } = row
  const today = localDateIn(timeZone, now)
  return {
    project,
    today,
    need: withState(need, today),
    whyNot: need.closing
      ? ('already-settled' as const)
      : answersDependencies(role)
        ? null
        : ('only-reads' as const),
  }
}
