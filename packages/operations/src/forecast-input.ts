import type { Tx } from '@countersign/db/connect'
import { baselines, baselineTasks, taskEstimates } from '@countersign/db/tables/baselines'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { localDateIn, type LocalDate, type LocalDateTime } from '@countersign/domain/calendar-day'
import type { Estimate } from '@countersign/domain/forecast/estimate'
import { defaultEstimates, packagesOf } from '@countersign/domain/forecast/default-estimates'
import type { ForecastInput } from '@countersign/domain/forecast/start-forecast'
import { and, eq, max, sql } from 'drizzle-orm'
import { digestOf } from './digest'
import { planOf } from './stored-plan'

/** Tasks of one phase have much in common: who does them, for whom, with what. An assumption, and shown as one. */
export const CORRELATION_WITHIN_PHASE = 0.3

/** Where the estimates come from, counted in tasks; `finishedTasks` is how many finished ones the house has. */
export type EstimateSources = { own: number; history: number; assumed: number; finishedTasks: number }

/** Everything that a forecast needs, as plain JSON: the browser and the server run the same. */
export type ForecastQuestion = {
  input: ForecastInput
  /** From when on the open work is done: today, or what the plan says itself if that is later. */
  asOf: LocalDate
  /** When the plan ends as it is scheduled now. */
  plannedFinish: LocalDateTime
  /** When each open milestone comes as it is scheduled now. */
  plannedMilestones: { uid: number; finish: LocalDateTime }[]
  sources: EstimateSources
  /** When the signed contract's baseline ends; null without one. */
  committedFinish: LocalDateTime | null
  /** SHA-256 of all that the result depends on but the seed and the number of runs. */
  digest: string
}

/** Runs times tasks that a server computes while somebody waits, a few seconds' worth. */
const MOST_TASK_RUNS = 20_000_000

/** As many runs as were asked for, or as many as a plan of that size allows: never fewer than two hundred. */
export function iterationsFor(taskCount: number, asked: number): number {
  return Math.min(asked, Math.max(200, Math.floor(MOST_TASK_RUNS / Math.max(1, taskCount))))
}

/** The project's plan with an estimate for each task that is open; null where there is no such project. */
export async function forecastQuestion(
  tx: Tx,
  projectId: string,
  { iterations, seed, now }: { iterations: number; seed: number; now: Date },
): Promise<ForecastQuestion | null> {
  const [stored, own, slips, [committed], [project], scheduled] = await Promise.all([
    planOf(tx, projectId),
    tx.select().from(taskEstimates).where(eq(taskEstimates.projectId, projectId)),
    tx.execute<{ slip: number }>(sql`select s as slip from app.slip_history() s`),
    tx
      .select({ finish: max(baselineTasks.finishesLocal) })
      .from(baselineTasks)
      .innerJoin(baselines, eq(baselines.id, baselineTasks.baselineId))
      .where(and(eq(baselines.projectId, projectId), eq(baselines.number, 1))),
    tx.select({ timeZone: projects.timeZone }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({ uid: tasks.uid, finish: tasks.finishesLocal })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.isActive, true))),
  ])
  if (!stored || !project) return null
  const today = localDateIn(project.timeZone, now)
  // What is open is done from today on, whatever the plan hoped for.
  const plan = { ...stored, statusAt: laterOf(stored.statusAt, `${today}T00:00`) }
  const ownOf = new Map(own.map(({ taskUid, distribution }) => [taskUid, distribution as Estimate]))
  const defaults = defaultEstimates(
    plan,
    [...slips].map(({ slip }) => slip),
  )
  const estimates = defaults.map(({ taskUid, estimate }) => ({
    taskUid,
    estimate: ownOf.get(taskUid) ?? estimate,
  }))
  const count = (kind: string) =>
    defaults.filter(({ taskUid, source }) => !ownOf.has(taskUid) && source.kind === kind).length
  const milestoneUids = plan.tasks
    .filter((task) => task.isMilestone && !task.isSummary && task.isActive && task.percentComplete < 100)
    .map(({ uid }) => uid)
  const openMilestones = new Set(milestoneUids)
  const packages = packagesOf(plan, CORRELATION_WITHIN_PHASE)
  return {
    input: {
      plan,
      estimates,
      packages,
      milestoneUids,
      iterations: iterationsFor(plan.tasks.length, iterations),
      seed,
    },
    asOf: plan.statusAt.slice(0, 10),
    plannedFinish: scheduled.reduce((last, { finish }) => laterOf(last, finish), plan.startsAt),
    plannedMilestones: scheduled.filter(({ uid }) => openMilestones.has(uid)),
    sources: {
      own: defaults.filter(({ taskUid }) => ownOf.has(taskUid)).length,
      history: count('history'),
      assumed: count('assumption'),
      finishedTasks: slips.length,
    },
    committedFinish: committed?.finish ?? null,
    digest: digestOf({ plan, estimates, packages }),
  }
}

function laterOf(a: LocalDateTime | null, b: LocalDateTime): LocalDateTime {
  return a !== null && a > b ? a : b
}
