import type { StaffActor, Tx } from '@countersign/db/connect'
import { ordinaryPlan, ordinaryTask } from '@countersign/domain/schedule/ordinary'
import { standardCalendar, type Plan, type PlanTask } from '@countersign/domain/schedule/plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { foundProject } from './found-project'
import { recordPlanImport } from './record-plan-import'
import { rescheduleProject } from './schedule-project'
import { planOf } from './stored-plan'

let db: StoryDatabase
let mara: StaffActor
let customerId: string
beforeAll(async () => {
  db = await storyDatabase('stored plan')
  mara = await db.staff('mara')
  const [row] = await db.admin<{ id: string }[]>`select id from customers limit 1`
  customerId = row!.id
})
afterAll(() => db.close())

const task = (uid: number, more: Partial<PlanTask> = {}): PlanTask => ({
  ...ordinaryTask,
  uid,
  wbs: String(uid),
  name: `Task ${uid}`,
  outlineLevel: 1,
  isSummary: false,
  isMilestone: false,
  durationMinutes: 960,
  ...more,
})

/** Each field differs from what is ordinary somewhere. */
const everything: Plan = {
  ...ordinaryPlan,
  startsAt: '2026-06-01T08:00',
  statusAt: '2026-06-03T17:00',
  minutesPerDay: 450,
  minutesPerWeek: 2250,
  daysPerMonth: 19,
  criticalFloatMinutes: 30,
  hasSeveralCriticalPaths: true,
  splitsInProgress: true,
  calendarUid: 7,
  calendars: [
    { ...standardCalendar, uid: 7, name: 'Ours' },
    {
      uid: 3,
      name: 'Night',
      derivedFrom: 7,
      week: [null, null, [{ fromMinute: 0, toMinute: 1440 }], null, null, null, []],
      workWeeks: [
        { name: 'Shutdown', fromOn: '2026-08-01', toOn: '2026-08-14', week: standardCalendar.week },
      ],
      exceptions: [
        {
          name: 'Labour day',
          fromOn: '2026-05-01',
          toOn: '2030-05-01',
          intervals: [],
          recurrence: { kind: 'yearly-by-day', month: 5, day: 1 },
          occurrences: 5,
        },
      ],
    },
  ],
  tasks: [
    task(10, {
      isSummary: true,
      durationMinutes: 1920,
      constraint: { type: 'SNET', at: '2026-06-02T00:00' },
    }),
    task(4, {
      outlineLevel: 2,
      durationMinutes: 480.5,
      isActive: false,
      type: 'fixed-work',
      isEffortDriven: true,
      deadline: '2026-07-01T17:00',
      calendarUid: 3,
      ignoresResourceCalendars: true,
      levellingDelayMinutes: 60,
      priority: 900,
      note: 'With “quotes”, a \\ and\na line.',
    }),
    task(2, {
      outlineLevel: 2,
      splits: [{ afterMinutes: 120, gapMinutes: 480 }],
      percentComplete: 50,
      actualStart: '2026-06-02T08:00',
      remainingMinutes: 480,
      stoppedAt: '2026-06-02T17:00',
      resumesAt: '2026-06-03T08:00',
      baselines: [
        {
          number: 0,
          start: '2026-06-01T08:00',
          finish: '2026-06-02T17:00',
          durationMinutes: 960,
          workMinutes: null,
        },
      ],
    }),
    task(3, { manual: { start: '2026-06-10T08:00', finish: null } }),
    task(5, { durationMinutes: 0, isMilestone: true, constraint: { type: 'MFO', at: '2026-07-10T17:00' } }),
    task(6, { isElapsed: true, durationMinutes: 1440, constraint: { type: 'ALAP', at: null } }),
  ],
  links: [
    { fromUid: 3, toUid: 5, type: 'FS', lag: 10, lagUnit: 'elapsed-percent' },
    { fromUid: 2, toUid: 3, type: 'SS', lag: -60, lagUnit: 'working' },
    { fromUid: 2, toUid: 3, type: 'FF', lag: 0, lagUnit: 'elapsed' },
  ],
  resources: [
    { uid: 9, name: 'Priya', kind: 'work', calendarUid: 3, maxUnitsPercent: 50 },
    { uid: 1, name: 'Cable', kind: 'material', calendarUid: null, maxUnitsPercent: 100 },
  ],
  assignments: [
    {
      uid: 12,
      taskUid: 2,
      resourceUid: 9,
      unitsPercent: 50,
      workMinutes: 480,
      actualWorkMinutes: 240,
      remainingWorkMinutes: 240,
      delayMinutes: 30,
      levellingDelayMinutes: 15,
      contour: 'contoured',
      spread: [{ start: '2026-06-02T08:00', finish: '2026-06-02T17:00', workMinutes: 240 }],
    },
    {
      uid: 11,
      taskUid: 3,
      resourceUid: 1,
      unitsPercent: 100,
      workMinutes: 0,
      actualWorkMinutes: 0,
      remainingWorkMinutes: 0,
      delayMinutes: 0,
      levellingDelayMinutes: 0,
      contour: 'bell',
      spread: null,
    },
  ],
}

async function founded(tx: Tx, plan: Plan): Promise<string> {
  const file = { fileName: 'plan.xml', fileSha256: 'f'.repeat(64), title: 'Plan', notUnderstood: [] }
  const kept = await recordPlanImport(tx, { into: { customerId }, ...file, plan, by: mara })
  if (!kept.ok) throw new Error(kept.why)
  const project = await foundProject(tx, {
    importId: kept.importId,
    code: 'SP-1',
    name: 'Stored plan',
    objective: '',
    charter: { name: 'Charter', criteria: ['As agreed.'] },
    by: mara,
    now: new Date(),
  })
  if (!project.ok) throw new Error(project.why)
  return project.projectId
}

describe('a stored plan', () => {
  test('reads back as it was written, but for what a summary has of its tasks', async () => {
    await db.tried(mara, async (tx) => {
      const projectId = await founded(tx, everything)
      const [summary, ...rest] = everything.tasks
      const expected = { ...everything, tasks: [{ ...summary!, percentComplete: 33 }, ...rest] }
      expect(await planOf(tx, projectId)).toEqual(expected)
      expect(await rescheduleProject(tx, projectId)).toMatchObject({ ok: true })
      expect(await planOf(tx, projectId)).toEqual(expected)
    })
  })

  test('of a finish to keep reads back as well', async () => {
    const backwards = { ...everything, finishesAt: '2026-12-18T17:00' }
    await db.tried(mara, async (tx) => {
      expect((await planOf(tx, await founded(tx, backwards)))?.finishesAt).toBe('2026-12-18T17:00')
    })
  })

  test('of 20,000 tasks founds a project in a few seconds', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => task(index + 1, { durationMinutes: 480 }))
    const links = many.slice(1).map(({ uid }) => ({
      fromUid: uid % 3 === 0 ? uid - 1 : Math.max(1, uid - 50),
      toUid: uid,
      type: 'FS' as const,
      lag: 0,
      lagUnit: 'working' as const,
    }))
    const plan = { ...everything, tasks: many, links, assignments: [], resources: [] }
    await db.tried(mara, async (tx) => {
      const began = performance.now()
      const projectId = await founded(tx, plan)
      // Three seconds on a quiet machine; the tests share theirs.
      expect(performance.now() - began).toBeLessThan(15_000)
      expect((await planOf(tx, projectId))?.tasks).toHaveLength(20_000)
    })
  })
})
