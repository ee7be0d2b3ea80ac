import type { StaffActor } from '@countersign/db/connect'
import { forecasts } from '@countersign/db/tables/baselines'
import { forecastOf } from '@countersign/domain/forecast/start-forecast'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { estimateTask } from './estimate-task'
import { forecastQuestion, iterationsFor } from './forecast-input'
import { chanceBy, forecastOutcome } from './forecast-outcome'
import { keepForecast } from './keep-forecast'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('forecast')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const asked = { iterations: 1000, seed: 7, now: new Date() }
const estimate = (changed: Partial<Parameters<typeof estimateTask>[1]> = {}) => ({
  projectId,
  uid: 12,
  estimate: { kind: 'triangular' as const, low: 3840, likely: 4800, high: 9600 },
  by: mara,
  now: new Date(),
  ...changed,
})

describe('estimating a task', () => {
  test('holds in the next forecast, until it is taken back', async () => {
    await db.tried(mara, async (tx) => {
      const before = (await forecastQuestion(tx, projectId, asked))!
      expect(await estimateTask(tx, estimate())).toEqual({ ok: true })
      const after = (await forecastQuestion(tx, projectId, asked))!
      expect(after.input.estimates.find(({ taskUid }) => taskUid === 12)!.estimate).toEqual(
        estimate().estimate,
      )
      expect([before.sources.own, after.sources.own]).toEqual([0, 1])
      expect(after.digest).not.toBe(before.digest)
      expect(await estimateTask(tx, estimate({ estimate: null }))).toEqual({ ok: true })
      expect((await forecastQuestion(tx, projectId, asked))!.digest).toBe(before.digest)
    })
  })

  test('is refused for a summary, a milestone, an unknown task and for numbers out of order', async () => {
    const refusal = (changed: Parameters<typeof estimate>[0]) =>
      nothingWritten(db, mara, (tx) => estimateTask(tx, estimate(changed)))
    expect(await refusal({ uid: 10 })).toEqual({ ok: false, why: 'is-a-summary' })
    expect(await refusal({ uid: 14 })).toEqual({ ok: false, why: 'milestone-has-no-length' })
    expect(await refusal({ uid: 99 })).toEqual({ ok: false, why: 'no-such-task' })
    const estimated = { kind: 'uniform' as const, low: 2, high: 1 }
    expect(await refusal({ estimate: estimated })).toEqual({ ok: false, why: 'out-of-order' })
  })
})

describe('a forecast', () => {
  test('is the same for the same seed, and no day of it lies before today', async () => {
    const question = (await db.console.read(mara, (tx) => forecastQuestion(tx, projectId, asked)))!
    const run = () => {
      const result = forecastOf(question.input)
      return result.ok ? forecastOutcome(question, result.forecast) : expect.unreachable(result.why)
    }
    const outcome = run()
    expect(run()).toEqual(outcome)
    const { p10, p50, p80, p90 } = outcome.finish
    expect([p10, p50, p80, p90]).toEqual([p10, p50, p80, p90].sort())
    expect(p10 > question.asOf).toBe(true)
    expect(outcome.bins.at(-1)!.cumulative).toBeCloseTo(1)
    expect(outcome.milestones.map(({ name }) => name)).toContain('Final acceptance')
    // The contract was signed before the design slipped.
    expect(outcome.committed!.chance).toBeLessThan(outcome.planned.chance)
  })

  test('learns from finished tasks of the whole house once there are twenty', async () => {
    const before = (await db.console.read(mara, (tx) => forecastQuestion(tx, projectId, asked)))!
    expect(before.sources).toMatchObject({ history: 0, finishedTasks: 7 })
    await db.admin`
      insert into tasks (project_id, uid, position, wbs, name, outline_level, is_summary, is_milestone,
        duration_minutes, percent_complete, starts_local, finishes_local, early_start_local, early_finish_local,
        late_start_local, late_finish_local, is_critical, total_float_minutes)
      select project_id, 1000 + n, 1000 + n, '9', 'Done', 1, false, false, 1440, 100, '2031-01-01T08:00',
        '2031-01-01T17:00', '2031-01-01T08:00', '2031-01-01T17:00', '2031-01-01T08:00', '2031-01-01T17:00', false, 0
      from projects p, generate_series(1, 30) n, lateral (select p.id as project_id) x where p.code = 'SL-2602'`
    await db.admin`
      insert into baseline_tasks (project_id, baseline_id, uid, position, wbs, name, outline_level, is_summary,
        is_milestone, starts_local, finishes_local, duration_minutes, work_minutes, work_from)
      select b.project_id, b.id, 1000 + n, 1000 + n, '9', 'Done', 1, false, false, '2031-01-01T08:00',
        '2031-01-01T17:00', 480, 480, 'duration'
      from baselines b join projects p on p.id = b.project_id, generate_series(1, 30) n where p.code = 'SL-2602'`
    const after = (await db.console.read(mara, (tx) => forecastQuestion(tx, projectId, asked)))!
    expect(after.sources).toMatchObject({ assumed: 0, finishedTasks: 37 })
    expect(after.sources.history).toBe(before.sources.assumed)
    // Most finished tasks took three times as long: so will, by what the house knows, those that are open.
    const likely = (question: typeof after) =>
      (question.input.estimates.find(({ taskUid }) => taskUid === 12)!.estimate as { likely: number }).likely
    expect(likely(after)).toBe(3 * likely(before))
  })

  test('is not there for another manager', async () => {
    const theirs = await db.idOf.project('SL-2602')
    expect(await db.console.read(mara, (tx) => forecastQuestion(tx, theirs, asked))).toBeNull()
    expect(await db.console.read(mara, (tx) => forecastQuestion(tx, nobody, asked))).toBeNull()
  })

  test('makes fewer runs the larger the plan is, and never fewer than two hundred', () => {
    expect(iterationsFor(20, 10_000)).toBe(10_000)
    expect(iterationsFor(20_000, 10_000)).toBe(1_000)
    expect(iterationsFor(1_000_000, 10_000)).toBe(200)
  })
})

describe('the chance of a day', () => {
  const bins = [
    { fromOn: '2031-03-01', toOn: '2031-03-02', share: 0.4, cumulative: 0.4 },
    { fromOn: '2031-03-03', toOn: '2031-03-04', share: 0.6, cumulative: 1 },
  ]
  test('is nothing before the first run ends and certain after the last', () => {
    expect(chanceBy(bins, '2031-02-28')).toBe(0)
    expect(chanceBy(bins, '2031-03-04')).toBe(1)
    expect(chanceBy(bins, '2032-01-01')).toBe(1)
  })
  test('is exact at the end of a bin and shared out within one', () => {
    expect(chanceBy(bins, '2031-03-02')).toBe(0.4)
    expect(chanceBy(bins, '2031-03-03')).toBeCloseTo(0.7)
  })
})

describe('keeping a forecast', () => {
  const kept = () => ({
    projectId,
    seed: 7,
    iterations: 1000,
    planDigest: 'a'.repeat(64),
    outcome: {},
    by: mara,
    now: new Date(),
  })

  test('gives it the project’s next number, also when two are kept at once', async () => {
    const [one, two] = await atOnce(
      db.admin,
      { db: db.console, as: mara, does: (tx) => keepForecast(tx, kept()) },
      { db: db.console, as: mara, does: (tx) => keepForecast(tx, kept()) },
    )
    expect([one, two]).toEqual([
      { ok: true, number: 2 },
      { ok: true, number: 3 },
    ])
    const rows = await db.console.read(mara, (tx) =>
      tx
        .select({ seed: forecasts.seed })
        .from(forecasts)
        .where(and(eq(forecasts.projectId, projectId), eq(forecasts.number, 3))),
    )
    expect(rows).toEqual([{ seed: 7 }])
  })

  test('is refused for a project that is not one’s own', async () => {
    const theirs = await db.idOf.project('SL-2602')
    expect(
      await nothingWritten(db, mara, (tx) => keepForecast(tx, { ...kept(), projectId: theirs })),
    ).toEqual({ ok: false, why: 'no-such-project' })
  })
})
