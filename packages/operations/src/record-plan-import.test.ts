import type { StaffActor } from '@countersign/db/connect'
import { ordinaryPlan, ordinaryTask } from '@countersign/domain/schedule/ordinary'
import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { recordPlanImport } from './record-plan-import'

let db: StoryDatabase
let mara: StaffActor
let customerId: string
beforeAll(async () => {
  db = await storyDatabase('record plan import')
  mara = await db.staff('mara')
  const [row] = await db.admin<{ id: string }[]>`select id from customers limit 1`
  customerId = row!.id
})
afterAll(() => db.close())

const task = (uid: number, name: string, durationMinutes: number): PlanTask => ({
  ...ordinaryTask,
  uid,
  wbs: String(uid),
  name,
  outlineLevel: 1,
  isSummary: false,
  isMilestone: durationMinutes === 0,
  durationMinutes,
})
const plan: Plan = {
  ...ordinaryPlan,
  startsAt: '2026-06-01T08:00',
  tasks: [task(1, 'Dig', 960), task(2, 'Dug', 0)],
  links: [{ fromUid: 1, toUid: 2, type: 'FS', lag: 0, lagUnit: 'working' }],
}
const read = (changed: { into?: { customerId: string } | { projectId: string }; plan?: Plan } = {}) => ({
  into: { customerId },
  fileName: 'hole.xml',
  fileSha256: 'f'.repeat(64),
  title: 'A hole',
  plan,
  notUnderstood: [],
  by: mara,
  ...changed,
})
const refusal = (changed: Parameters<typeof read>[0]) =>
  nothingWritten(db, mara, (tx) => recordPlanImport(tx, read(changed)))

describe('keeping an import', () => {
  test('takes a plan that can be dated', async () => {
    expect(await db.tried(mara, (tx) => recordPlanImport(tx, read()))).toMatchObject({ ok: true })
  })

  test('is refused for an unknown customer', async () => {
    expect(await refusal({ into: { customerId: '00000000-0000-4000-8000-000000000000' } })).toEqual({
      ok: false,
      why: 'no-such-customer',
    })
  })

  test('is refused by name for a plan that goes in a circle', async () => {
    const back = { fromUid: 2, toUid: 1, type: 'FS' as const, lag: 0, lagUnit: 'working' as const }
    expect(await refusal({ plan: { ...plan, links: [...plan.links, back] } })).toEqual({
      ok: false,
      why: 'cycle',
      names: expect.arrayContaining(['Dig', 'Dug']) as string[],
    })
  })

  test('is refused for a date centuries away', async () => {
    const far = plan.tasks.map((each) => ({
      ...each,
      constraint: { type: 'SNET' as const, at: '2900-01-01T08:00' },
    }))
    expect(await refusal({ plan: { ...plan, tasks: far } })).toMatchObject({ ok: false, why: 'bad-date' })
  })
})
