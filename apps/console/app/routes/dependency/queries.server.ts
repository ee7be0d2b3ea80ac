import type { Tx } from '@countersign/db/connect'
import { dependencies, dependencyAnswers, dependencyRequests } from '@countersign/db/tables/dependencies'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts, staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, sql } from 'drizzle-orm'
import { dependenciesOf } from '../dependencies/queries.server'
import { projectHead } from '../project/queries.server'

const MOST_TASKS = 1000

/** What a dependency can be of: the customer's contacts in the project, its tasks; null for no such project. */
export async function dependencyChoices(tx: Tx, projectId: string) {
  const [project, people, waiting] = await Promise.all([
    projectHead(tx, projectId),
    tx
      .selectDistinct({ id: contacts.id, name: contacts.name })
      .from(projectContacts)
      .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
      .where(and(eq(projectContacts.projectId, projectId), eq(contacts.isActive, true)))
      .orderBy(asc(contacts.name)),
    tx
      .select({
        uid: tasks.uid,
        wbs: tasks.wbs,
        name: tasks.name,
        on: sql<string>`left(${tasks.startsLocal}, 10)`,
      })
      .from(tasks)
      .where(eq(tasks.projectId, projectId))
      .orderBy(asc(tasks.position))
      .limit(MOST_TASKS),
  ])
  return project ? { contacts: people, tasks: waiting } : null
}

export type DependencyChoices = SerializeFrom<NonNullable<Awaited<ReturnType<typeof dependencyChoices>>>>

/** A dependency with all that was asked and answered; null where it is not there. */
export async function dependencyPage(tx: Tx, projectId: string, number: number, today: LocalDate) {
  const [list, [row]] = await Promise.all([
    dependenciesOf(tx, projectId, today),
    tx
      .select({
        id: dependencies.id,
        note: dependencies.note,
        ownerContactId: dependencies.ownerContactId,
        ownerName: dependencies.ownerName,
        taskUid: dependencies.taskUid,
        closingNote: dependencies.closingNote,
        closedAt: dependencies.closedAt,
        closedBy: staff.name,
      })
      .from(dependencies)
      .leftJoin(staff, eq(staff.id, dependencies.closedBy))
      .where(and(eq(dependencies.projectId, projectId), eq(dependencies.number, number))),
  ])
  const known = list.find((each) => each.number === number)
  if (!row || !known) return null
  const [requests, answers] = await Promise.all([requestsOf(tx, row.id), answersOf(tx, row.id)])
  const latest = requests.at(-1)
  const { id, closedAt, ...facts } = row
  return {
    ...known,
    ...facts,
    closedAt: closedAt?.toISOString() ?? null,
    rounds: requests.length,
    /** What the customer reads is not what is written now. */
    differs: latest !== undefined && (latest.what !== known.what || latest.needOn !== known.needOn),
    history: [
      ...requests.map((request) => ({ kind: 'asked' as const, ...request })),
      ...answers.map((answer) => ({ kind: 'answered' as const, ...answer })),
    ].sort((a, b) => (a.at < b.at ? -1 : 1)),
  }
}

export type DependencyPage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof dependencyPage>>>>

async function requestsOf(tx: Tx, dependencyId: string) {
  const rows = await tx
    .select({
      id: dependencyRequests.id,
      round: dependencyRequests.round,
      what: dependencyRequests.what,
      needOn: dependencyRequests.needOn,
      message: dependencyRequests.message,
      who: staff.name,
      at: dependencyRequests.putAt,
    })
    .from(dependencyRequests)
    .innerJoin(staff, eq(staff.id, dependencyRequests.putBy))
    .where(eq(dependencyRequests.dependencyId, dependencyId))
    .orderBy(asc(dependencyRequests.round))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

async function answersOf(tx: Tx, dependencyId: string) {
  const rows = await tx
    .select({
      id: dependencyAnswers.id,
      answer: dependencyAnswers.answer,
      remark: dependencyAnswers.remark,
      promisedOn: dependencyAnswers.promisedOn,
      fileName: dependencyAnswers.fileName,
      fileSha256: dependencyAnswers.fileSha256,
      who: contacts.name,
      at: dependencyAnswers.answeredAt,
    })
    .from(dependencyAnswers)
    .innerJoin(dependencyRequests, eq(dependencyRequests.id, dependencyAnswers.requestId))
    .innerJoin(contacts, eq(contacts.id, dependencyAnswers.answeredBy))
    .where(eq(dependencyRequests.dependencyId, dependencyId))
    .orderBy(asc(dependencyAnswers.answeredAt))
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
