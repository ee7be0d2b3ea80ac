import type { ContactActor, Tx } from '@countersign/db/connect'
import {
  portalAuthorities,
  portalCriteria,
  portalProjects,
  portalPublications,
  portalRequiredSignatures,
  portalSubmissions,
} from '@countersign/db/views/portal'
import { portalChanges } from '@countersign/db/views/portal-changes'
import { type SubmissionTerms, whyNotDecidable } from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { valueToSign } from '@countersign/domain/change'
import type { Health, Projection } from '@countersign/domain/publication'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { needsToAnswer } from '../../needs/queries.server'
import { nextMilestone } from '../../publication/next-milestone'
import { pointsToDo, testsToDo } from './to-do.server'

/** The overview: what waits for this person's decision, what for a colleague's, and the projects as last published. */
export async function overview(tx: Tx, me: ContactActor, now: Date) {
  const [undecided, authorities, projects, criteria, signatures, proposed, points, tests, needs] =
    await Promise.all([
      undecidedSubmissions(tx),
      tx.select().from(portalAuthorities),
      projectsAsPublished(tx),
      unconfirmedCriteria(tx),
      tx.select().from(portalRequiredSignatures),
      proposedChanges(tx),
      pointsToDo(tx, now),
      testsToDo(tx),
      needsToAnswer(tx, now),
    ])
  const waiting = undecided.map(({ role, timeZone, valueMinor, submittedAt, terms, ...submission }) => ({
    ...submission,
    submittedAt: submittedAt.toISOString(),
    value: valueMinor > 0n ? { minor: String(valueMinor), currency: submission.currency } : null,
    isMine:
      whyNotDecidable(
        { isDecided: false, isSuperseded: false, valueMinor, currency: submission.currency, criteria: [] },
        role,
        authorities.filter(
          ({ projectId, kind }) => projectId === submission.projectId && kind === 'acceptance',
        ),
        localDateIn(timeZone, now),
        {
          me: me.contactId,
          order: (terms as SubmissionTerms | null)?.signingOrder ?? 'parallel',
          required: signatures.filter(({ submissionId }) => submissionId === submission.id),
        },
      ) === null,
  }))
  const changes = proposed.filter(
    ({ projectId, currency, valueMinor, role, timeZone }) =>
      whyNotDecidable(
        {
          isDecided: false,
          isSuperseded: false,
          valueMinor: valueToSign(valueMinor),
          currency,
          criteria: [],
        },
        role,
        authorities.filter((each) => each.projectId === projectId && each.kind === 'change'),
        localDateIn(timeZone, now),
      ) === null,
  )
  return {
    asOf: now.toISOString(),
    changes: changes.map(({ id, number, title, projectName, valueMinor, currency }) => ({
      id,
      number,
      title,
      projectName,
      value: { minor: String(valueMinor), currency },
    })),
    mine: waiting.filter(({ isMine }) => isMine),
    criteria,
    points,
    tests,
    needs,
    colleagues: waiting.filter(({ isMine }) => !isMine),
    signsSomewhere: projects.some(({ role }) => role === 'signatory'),
    projects: projects.map(({ milestones, ...project }) => ({
      ...project,
      next: nextMilestone(milestones ?? []),
    })),
  }
}

export type Waiting = Awaited<ReturnType<typeof overview>>['mine'][number]
export type ProjectCardFacts = Awaited<ReturnType<typeof overview>>['projects'][number]

function undecidedSubmissions(tx: Tx) {
  return tx
    .select({
      id: portalSubmissions.id,
      projectId: portalSubmissions.projectId,
      projectName: portalProjects.name,
      code: portalSubmissions.deliverableCode,
      name: portalSubmissions.deliverableName,
      version: portalSubmissions.version,
      submittedAt: portalSubmissions.submittedAt,
      submittedByName: portalSubmissions.submittedByName,
      valueMinor: portalSubmissions.valueMinor,
      currency: portalSubmissions.currency,
      terms: portalSubmissions.terms,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(and(isNull(portalSubmissions.decisionId), eq(portalSubmissions.isSuperseded, false)))
    .orderBy(asc(portalSubmissions.submittedAt))
}

/** Changes that nobody decided on yet. */
function proposedChanges(tx: Tx) {
  return tx
    .select({
      id: portalChanges.id,
      projectId: portalChanges.projectId,
      projectName: portalProjects.name,
      number: portalChanges.number,
      title: portalChanges.title,
      valueMinor: portalChanges.valueMinor,
      currency: portalChanges.currency,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalChanges)
    .innerJoin(portalProjects, eq(portalProjects.id, portalChanges.projectId))
    .where(eq(portalChanges.state, 'proposed'))
    .orderBy(asc(portalChanges.proposedAt))
}

/** Criteria that this person, as a signatory, is asked to confirm: how many a project. */
function unconfirmedCriteria(tx: Tx) {
  return tx
    .select({
      projectId: portalProjects.id,
      projectName: portalProjects.name,
      names: sql<
        string[]
      >`array_agg(${portalCriteria.deliverableName} order by ${portalCriteria.deliverablePosition})`,
    })
    .from(portalCriteria)
    .innerJoin(portalProjects, eq(portalProjects.id, portalCriteria.projectId))
    .where(and(isNull(portalCriteria.confirmedAt), eq(portalProjects.myRole, 'signatory')))
    .groupBy(portalProjects.id, portalProjects.name)
    .orderBy(asc(portalProjects.name))
}

function projectsAsPublished(tx: Tx) {
  const { projection, projectId, number } = portalPublications
  const latest = tx
    .selectDistinctOn([projectId], {
      projectId,
      number,
      asOf: sql<string>`${projection} ->> 'asOf'`.as('as_of'),
      health: sql<Health>`${projection} ->> 'health'`.as('health'),
      percentComplete: sql<number>`(${projection} ->> 'percentComplete')::float8`.as('percent_complete'),
      milestones: sql<Projection['milestones']>`${projection} -> 'milestones'`.as('milestones'),
    })
    .from(portalPublications)
    .orderBy(projectId, desc(number))
    .as('latest')
  return tx
    .select({
      id: portalProjects.id,
      code: portalProjects.code,
      name: portalProjects.name,
      role: portalProjects.myRole,
      number: latest.number,
      asOf: latest.asOf,
      health: latest.health,
      percentComplete: latest.percentComplete,
      milestones: latest.milestones,
    })
    .from(portalProjects)
    .leftJoin(latest, eq(latest.projectId, portalProjects.id))
    .orderBy(asc(portalProjects.name))
}
