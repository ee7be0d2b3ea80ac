import type { Tx } from '@countersign/db/connect'
import { dependencies, dependencyAnswers, dependencyRequests } from '@countersign/db/tables/dependencies'
import { contacts } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { dependencyState, isLate, isPromisedTooLate } from '@countersign/domain/governance/dependency'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq } from 'drizzle-orm'

const MOST = 1000

/** What a project needs of others, what is open and needed first on top; each with where it stands today. */
export async function dependenciesOf(tx: Tx, projectId: string, today: LocalDate) {
  const [rows, requests, answers] = await Promise.all([
    tx
      .select({
        id: dependencies.id,
        number: dependencies.number,
        what: dependencies.what,
        party: dependencies.party,
        needOn: dependencies.needOn,
        contact: contacts.name,
        ownerName: dependencies.ownerName,
        closing: dependencies.closing,
        task: tasks.name,
        taskStarts: tasks.startsLocal,
      })
      .from(dependencies)
      .leftJoin(contacts, eq(contacts.id, dependencies.ownerContactId))
      .leftJoin(tasks, and(eq(tasks.projectId, dependencies.projectId), eq(tasks.uid, dependencies.taskUid)))
      .where(eq(dependencies.projectId, projectId))
      .orderBy(asc(dependencies.needOn), asc(dependencies.number))
      .limit(MOST),
    tx
      .select({
        id: dependencyRequests.id,
        dependencyId: dependencyRequests.dependencyId,
        round: dependencyRequests.round,
      })
      .from(dependencyRequests)
      .where(eq(dependencyRequests.projectId, projectId))
      .orderBy(asc(dependencyRequests.round)),
    tx
      .select({
        requestId: dependencyAnswers.requestId,
        answer: dependencyAnswers.answer,
        promisedOn: dependencyAnswers.promisedOn,
      })
      .from(dependencyAnswers)
      .where(eq(dependencyAnswers.projectId, projectId))
      .orderBy(asc(dependencyAnswers.answeredAt)),
  ])
  const all = rows.map(({ id, contact, ownerName, taskStarts, ...row }) => {
    const asked = requests.findLast(({ dependencyId }) => dependencyId === id)
    const said = answers.filter(({ requestId }) => requestId === asked?.id)
    const known = { needOn: row.needOn, closing: row.closing, isAsked: asked !== undefined, answers: said }
    const state = dependencyState(known)
    return {
      ...row,
      owner: contact ?? ownerName,
      taskOn: taskStarts?.slice(0, 10) ?? null,
      /** Needed only after the task that waits for it has begun. */
      isAfterTask: taskStarts !== null && taskStarts.slice(0, 10) < row.needOn,
      state,
      promisedOn: state === 'promised' ? (said.at(-1)?.promisedOn ?? null) : null,
      isLate: isLate(known, today),
      isPromisedTooLate: isPromisedTooLate(known),
    }
  })
  const isOpen = ({ closing }: { closing: unknown }) => closing === null
  return [...all.filter(isOpen), ...all.filter((each) => !isOpen(each))]
}

export type Dependencies = SerializeFrom<Awaited<ReturnType<typeof dependenciesOf>>>
