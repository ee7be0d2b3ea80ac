import { ordinaryPlan, ordinaryTask } from '@countersign/domain/schedule/ordinary'
import { forecastOf, type ForecastInput } from '@countersign/domain/forecast/start-forecast'
import { describe, expect, test } from 'vitest'
import { forecastInThread } from './forecast-thread.server'

const task = (uid: number) => ({
  ...ordinaryTask,
  uid,
  wbs: String(uid),
  name: `Task ${uid}`,
  outlineLevel: 1,
  isSummary: false,
  isMilestone: false,
  durationMinutes: 4800,
})
const input: ForecastInput = {
  plan: { ...ordinaryPlan, startsAt: '2031-03-03T08:00', tasks: [task(1), task(2)] },
  estimates: [{ taskUid: 1, estimate: { kind: 'uniform', low: 2400, high: 9600 } }],
  packages: [],
  milestoneUids: [],
  iterations: 500,
  seed: 7,
}

describe('a forecast in a thread', () => {
  test('comes to what it comes to anywhere', async () => {
    expect(await forecastInThread(input)).toEqual(forecastOf(input))
  })

  test('is refused where the plan cannot be forecast', async () => {
    const empty = { ...input, plan: { ...input.plan, tasks: [] }, estimates: [] }
    expect(await forecastInThread(empty)).toMatchObject({ ok: false })
  })

  test('is refused while two others are under way, and taken again after them', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => forecastInThread(input)))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(answers[2]).toEqual({ ok: false, why: 'busy' })
    expect(await forecastInThread(input)).toMatchObject({ ok: true })
  })
})
