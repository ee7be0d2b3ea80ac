import type { StaffActor } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { levelInput, type Counted, type LevelInput } from '@countersign/operations/level-input'
import { isDelayed, levellingDigest, takeLevelling } from '@countersign/operations/take-levelling'
import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../db.server'
import { levelInThread } from '../../level-thread.server'

const MOST_ROWS = 200

/** What levelling would change, for the page; null for no project. The plan is worked out beside the server's thread. */
export async function proposalFor(
  manager: StaffActor,
  projectId: string,
  counted: Counted,
  { isAsked, today }: { isAsked: boolean; today: LocalDate },
) {
  const [input, [delayed]] = await db.read(manager, (tx) =>
    Promise.all([
      levelInput(tx, projectId, counted),
      tx
        .select({ count: sql<number>`count(*)::int` })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), isDelayed)),
    ]),
  )
  if (!input) return null
  const state = { delayed: delayed?.count ?? 0, hasPeople: input.plan.assignments.length > 0 }
  if (!isAsked || !state.hasPeople) return { ...state, answer: null }
  const answer = await levelInThread({ plan: input.plan, booked: input.booked })
  if (!answer.ok) return { ...state, answer }
  return { ...state, answer: { ok: true as const, ...shown(input, answer.proposal, today) } }
}

type Proposal = Extract<Awaited<ReturnType<typeof levelInThread>>, { ok: true }>['proposal']

/** What is over by now cannot be helped, and is not told. */
function shown(input: LevelInput, { before, remaining, moved, ...proposal }: Proposal, today: LocalDate) {
  const { plan, staffOf } = input
  const taskOf = new Map(plan.tasks.map(({ uid, name, isSummary }) => [uid, { name, isSummary }]))
  const nameOf = new Map(plan.resources.map(({ uid, name }) => [uid, name]))
  const leaves = moved.filter(({ uid }) => !taskOf.get(uid)?.isSummary)
  const over = (list: Proposal['remaining']) =>
    list
      .filter(({ taskUids, finish }) => taskUids.length > 0 && finish > today)
      .map(({ resourceUid, taskUids, ...span }) => ({
        ...span,
        person: nameOf.get(resourceUid) ?? '',
        staffId: staffOf.get(resourceUid) ?? null,
        tasks: taskUids.map((uid) => taskOf.get(uid)?.name ?? '').slice(0, 5),
      }))
  const [was, stays] = [over(before), over(remaining)]
  return {
    digest: levellingDigest(input),
    finishBefore: proposal.finishBefore,
    finishAfter: proposal.finishAfter,
    scheme: proposal.scheme,
    improvements: proposal.improvements,
    changes: proposal.delays.some(({ uid, levellingDelayMinutes }) => {
      const task = plan.tasks.find((each) => each.uid === uid)
      return task && task.levellingDelayMinutes !== levellingDelayMinutes
    }),
    before: was.length,
    after: stays.length,
    remaining: stays.slice(0, MOST_ROWS),
    movedCount: leaves.length,
    moved: leaves
      .slice(0, MOST_ROWS)
      .map(({ uid, start, finish }) => ({ uid, name: taskOf.get(uid)?.name ?? '', start, finish })),
  }
}

/** Works the proposal out again and writes it, if it is still the one that was seen. */
export async function takeProposal(
  manager: StaffActor,
  { projectId, counted, digest }: { projectId: string; counted: Counted; digest: string },
) {
  const input = await db.read(manager, (tx) => levelInput(tx, projectId, counted))
  if (!input) return { ok: false as const, why: 'no-such-project' as const }
  if (levellingDigest(input) !== digest) return { ok: false as const, why: 'changed-meanwhile' as const }
  const answer = await levelInThread({ plan: input.plan, booked: input.booked })
  if (!answer.ok) return answer
  const { delays } = answer.proposal
  return db.write(manager, (tx) => takeLevelling(tx, { projectId, counted, digest, delays, now: new Date() }))
}
