import type { StaffActor, Tx } from '@countersign/db/connect'
import { dependencies, dependencyRequests } from '@countersign/db/tables/dependencies'
import { projectContacts } from '@countersign/db/tables/participants'
import { tasks } from '@countersign/db/tables/plan'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { DependencyParty } from '@countersign/domain/governance/dependency'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { lockProject } from './lock-project'
import { refused } from './result'

export type DependencyWords = {
  what: string
  party: DependencyParty
  needOn: LocalDate
  ownerContactId: string | null
  ownerName: string
  taskUid: number | null
  note: string
}

/** Writes down what the project needs of the customer or of a third party, under the next number. */
export async function recordDependency(
  tx: Tx,
  { projectId, ...words }: DependencyWords & { projectId: string },
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const why = await whyNotKept(tx, projectId, words)
  if (why) return refused(why)
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${dependencies.number}), 0)::integer` })
    .from(dependencies)
    .where(eq(dependencies.projectId, projectId))
  const number = last!.number + 1
  await tx.insert(dependencies).values({ projectId, number, ...words })
  return { ok: true as const, number }
}

type Numbered = { projectId: string; number: number }

/** Changes it while it is open. What was put to the customer stays as it was put, until it is put anew. */
export async function changeDependency(tx: Tx, { projectId, number, ...words }: DependencyWords & Numbered) {
  const known = await openDependency(tx, { projectId, number })
  if (!known.ok) return known
  const why = await whyNotKept(tx, projectId, words)
  if (why) return refused(why)
  await tx.update(dependencies).set(words).where(eq(dependencies.id, known.dependency.id))
  return { ok: true as const }
}

/** Puts it to the customer as it is written now, and has its owner told, or whoever contributes and signs. */
export async function putDependency(
  tx: Tx,
  { projectId, number, message, by }: Numbered & { message: string; by: StaffActor },
) {
  const known = await openDependency(tx, { projectId, number })
  if (!known.ok) return known
  const { id: dependencyId, party, what, needOn, ownerContactId, taskUid } = known.dependency
  if (party !== 'customer') return refused('not-the-customers')
  // An answer under way waits, or is seen: the portal takes the same lock.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dependency ${dependencyId}`}, 0))`)
  const [[last], [task]] = await Promise.all([
    tx
      .select({ round: sql<number>`coalesce(max(${dependencyRequests.round}), 0)::integer` })
      .from(dependencyRequests)
      .where(eq(dependencyRequests.dependencyId, dependencyId)),
    tx
      .select({ name: tasks.name })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid ?? -1))),
  ])
  const [request] = await tx
    .insert(dependencyRequests)
    .values({
      projectId,
      dependencyId,
      round: last!.round + 1,
      what,
      needOn,
      forTask: task?.name ?? '',
      message,
      contactId: ownerContactId,
      putBy: by.staffId,
    })
    .returning({ id: dependencyRequests.id })
  const requestId = request!.id
  await enqueue(tx, 'after-dependency-request', { requestId }, `dependency request ${requestId}`)
  return { ok: true as const, requestId }
}

/** Says that it is there, or that it is needed no more. The customer then owes no answer. */
export async function settleDependency(
  tx: Tx,
  {
    projectId,
    number,
    closing,
    note,
    by,
    now,
  }: Numbered & { closing: 'received' | 'dropped'; note: string; by: StaffActor; now: Date },
) {
  const known = await openDependency(tx, { projectId, number })
  if (!known.ok) return known
  if (closing === 'dropped' && note.trim() === '') return refused('reason-missing')
  const { id } = known.dependency
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dependency ${id}`}, 0))`)
  const closed = await tx
    .update(dependencies)
    .set({ closing, closingNote: note, closedBy: by.staffId, closedAt: now })
    .where(and(eq(dependencies.id, id), isNull(dependencies.closedAt)))
    .returning({ id: dependencies.id })
  return closed.length === 0 ? refused('already-settled') : { ok: true as const }
}

async function openDependency(tx: Tx, { projectId, number }: Numbered) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [dependency] = await tx
    .select()
    .from(dependencies)
    .where(and(eq(dependencies.projectId, projectId), eq(dependencies.number, number)))
  if (!dependency) return refused('no-such-dependency')
  if (dependency.closedAt) return refused('already-settled')
  return { ok: true as const, dependency }
}

async function whyNotKept(tx: Tx, projectId: string, words: DependencyWords) {
  const { party, ownerContactId, ownerName, taskUid } = words
  if (ownerContactId === null && ownerName.trim() === '') return 'owner-missing'
  if (ownerContactId !== null && party !== 'customer') return 'not-the-customers'
  if (ownerContactId !== null) {
    const found = await tx.$count(
      projectContacts,
      and(eq(projectContacts.projectId, projectId), eq(projectContacts.contactId, ownerContactId)),
    )
    if (found === 0) return 'no-such-contact'
  }
  if (taskUid === null) return null
  const known = await tx.$count(tasks, and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  return known === 0 ? 'no-such-task' : null
}
