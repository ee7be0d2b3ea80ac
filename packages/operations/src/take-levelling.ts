import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { and, eq, sql } from 'drizzle-orm'
import { digestOf } from './digest'
import { levelInput, type Counted, type LevelInput } from './level-input'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused, undoneIfRefused } from './result'
import { rescheduleProject } from './schedule-project'

type Delay = { uid: number; levellingDelayMinutes: number }

/** What a proposal was made of: another one has another digest. */
export function levellingDigest({ plan, booked }: LevelInput): string {
  return digestOf({ plan, booked })
}

type Taken = {
  projectId: string
  counted: Counted
  /** Of the input that the delays were proposed for: a plan or bookings that changed since are levelled anew. */
  digest: string
  delays: readonly Delay[]
  now: Date
}

/** Writes a proposal's delays into the plan and dates it anew: nothing else of it changes. */
export async function takeLevelling(tx: Tx, { projectId, counted, digest, delays, now }: Taken) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const input = (await levelInput(tx, projectId, counted))!
  if (levellingDigest(input) !== digest) return refused('changed-meanwhile')
  const delayOf = new Map(
    input.plan.tasks.map(({ uid, levellingDelayMinutes }) => [uid, levellingDelayMinutes]),
  )
  const changed = delays.filter(
    ({ uid, levellingDelayMinutes }) => delayOf.get(uid) !== levellingDelayMinutes,
  )
  return writeDelays(tx, projectId, changed, now)
}

/** Takes every delay that levelling put in away: the plan is as it was before. */
export async function removeLevelling(tx: Tx, { projectId, now }: { projectId: string; now: Date }) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const delayed = await tx
    .select({ uid: tasks.uid })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), isDelayed))
  if (delayed.length === 0) return refused('not-levelled')
  return writeDelays(
    tx,
    projectId,
    delayed.map(({ uid }) => ({ uid, levellingDelayMinutes: 0 })),
    now,
  )
}

/** Whether levelling delays a task. */
export const isDelayed = sql`coalesce((${tasks.carried} ->> 'levellingDelayMinutes')::double precision, 0) > 0`

async function writeDelays(tx: Tx, projectId: string, delays: readonly Delay[], now: Date) {
  return undoneIfRefused(tx, async (inner) => {
    await notePlanChange(inner, {
      projectId,
      now,
      edits: delays.map(({ uid, levellingDelayMinutes }) => ({
        kind: 'change-task',
        uid,
        change: { levellingDelayMinutes },
      })),
    })
    const records = delays.map(({ uid, levellingDelayMinutes }) => ({ uid, delay: levellingDelayMinutes }))
    await inner.execute(sql`
      update public.tasks t
      set carried = t.carried || jsonb_build_object('levellingDelayMinutes', s.delay)
      from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) s (uid integer, delay double precision)
      where t.project_id = ${projectId} and t.uid = s.uid
        and coalesce((t.carried ->> 'levellingDelayMinutes')::double precision, 0) <> s.delay`)
    return rescheduleProject(inner, projectId)
  })
}
