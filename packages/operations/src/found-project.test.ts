import type { StaffActor } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { ordinaryPlan, ordinaryTask } from '@countersign/domain/schedule/ordinary'
import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { foundProject } from './found-project'
import { recordPlanImport } from './record-plan-import'

let db: StoryDatabase
let mara: StaffActor
let lindau: string
beforeAll(async () => {
  db = await storyDatabase('found project')
  mara = await db.staff('mara')
  const rows = await db.console.read(mara, (tx) => tx.select().from(customers))
  lindau = rows.find(({ name }) => name.startsWith('Stadtwerke'))!.id
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
const circle: Plan = {
  ...plan,
  links: [...plan.links, { fromUid: 2, toUid: 1, type: 'FS', lag: 0, lagUnit: 'working' }],
}
const read = (changed: { into?: { customerId: string } | { projectId: string }; plan?: Plan } = {}) => ({
  into: { customerId: lindau },
  fileName: 'hole.xml',
  fileSha256: 'f'.repeat(64),
  title: 'A hole',
  plan,
  notUnderstood: [],
  by: mara,
  ...changed,
})
const project = (importId: string, code = 'SL-9') => ({
  importId,
  code,
  name: 'A hole',
  objective: '',
  charter: { name: 'Charter', criteria: ['As agreed.', 'And dug.'] },
  by: mara,
  now: new Date(),
})

describe('founding a project', () => {
  test('dates its tasks and puts its charter first', async () => {
    await db.tried(mara, async (tx) => {
      const kept = await recordPlanImport(tx, read())
      if (!kept.ok) return expect.unreachable()
      const founded = await foundProject(tx, project(kept.importId))
      if (!founded.ok) return expect.unreachable()
      const dated = await tx
        .select()
        .from(tasks)
        .where(eq(tasks.projectId, founded.projectId))
        .orderBy(tasks.position)
      expect(dated.map(({ name, startsLocal, finishesLocal }) => [name, startsLocal, finishesLocal])).toEqual(
        [
          ['Dig', '2026-06-01T08:00', '2026-06-02T17:00'],
          ['Dug', '2026-06-02T17:00', '2026-06-02T17:00'],
        ],
      )
      const [charter] = await tx
        .select()
        .from(deliverables)
        .where(eq(deliverables.projectId, founded.projectId))
      expect(charter).toMatchObject({ code: 'D0', kind: 'charter', name: 'Charter' })
      const criteria = await tx
        .select()
        .from(acceptanceCriteria)
        .where(eq(acceptanceCriteria.deliverableId, charter!.id))
      expect(criteria).toHaveLength(2)
      expect(await foundProject(tx, project(kept.importId, 'SL-10'))).toEqual({
        ok: false,
        why: 'no-such-import',
      })
    })
  })

  test('is refused for a code that is taken, in another manager’s projects too, and leaves the import to be used', async () => {
    await db.tried(mara, async (tx) => {
      const kept = await recordPlanImport(tx, read())
      if (!kept.ok) return expect.unreachable()
      for (const taken of ['HT-2601', 'SL-2602'])
        expect(await foundProject(tx, project(kept.importId, taken))).toEqual({
          ok: false,
          why: 'code-taken',
        })
      expect(await foundProject(tx, project(kept.importId))).toMatchObject({ ok: true })
    })
  })

  test('is refused for an import that is not there or was read by somebody else', async () => {
    const jonas = await db.staff('jonas')
    const kept = await db.console.write(jonas, (tx) => recordPlanImport(tx, { ...read(), by: jonas }))
    if (!kept.ok) return expect.unreachable()
    for (const importId of [kept.importId, '00000000-0000-4000-8000-000000000000'])
      expect(await db.tried(mara, (tx) => foundProject(tx, project(importId)))).toEqual({
        ok: false,
        why: 'no-such-import',
      })
  })

  test('is refused for a plan that an older version kept and that cannot be dated', async () => {
    const kept = await db.console.write(mara, (tx) => recordPlanImport(tx, read()))
    if (!kept.ok) return expect.unreachable()
    await db.admin`update plan_imports set plan = ${db.admin.json(circle)} where id = ${kept.importId}`
    expect(await db.tried(mara, (tx) => foundProject(tx, project(kept.importId)))).toEqual({
      ok: false,
      why: 'not-schedulable',
    })
  })
})
