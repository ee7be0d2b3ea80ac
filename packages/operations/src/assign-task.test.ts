import type { StaffActor, Tx } from '@countersign/db/connect'
import { taskAssignments } from '@countersign/db/tables/plan'
import { timeEntries } from '@countersign/db/tables/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { assignTask } from './assign-task'
import { unassignTask } from './unassign-task'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let tomas: StaffActor
let aiko: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('assign task')
  mara = await db.staff('mara')
  tomas = await db.staff('tomas')
  aiko = await db.staff('aiko')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

/** In the internal project: 1 is the summary "Preparation", 3 "Standard image". */
const assignment = (changed: Partial<Parameters<typeof assignTask>[1]> = {}) => ({
  projectId,
  taskUid: 3,
  staffId: tomas.staffId,
  plannedMinutes: 60,
  dueOn: null,
  isAccountable: true,
  ...changed,
})
const refusal = (changed: Parameters<typeof assignment>[0]) =>
  nothingWritten(db, mara, (tx) => assignTask(tx, assignment(changed)))

describe('assigning a task', () => {
  test('makes somebody of the team, and the one who is accountable', async () => {
    await db.tried(mara, async (tx) => {
      expect(await assignTask(tx, assignment())).toEqual({ ok: true })
      expect(await assignTask(tx, assignment({ staffId: aiko.staffId }))).toEqual({ ok: true })
      const people = await tx.select().from(taskAssignments).where(eq(taskAssignments.projectId, projectId))
      const accountable = people.filter(({ isAccountable }) => isAccountable)
      expect(accountable.map(({ staffId }) => staffId)).toEqual([aiko.staffId])
    })
  })

  test('is refused for a summary and an unknown task', async () => {
    expect(await refusal({ taskUid: 1 })).toEqual({ ok: false, why: 'is-a-summary' })
    expect(await refusal({ taskUid: 99 })).toEqual({ ok: false, why: 'no-such-task' })
    const theirs = await db.idOf.project('SL-2602')
    expect(await refusal({ projectId: theirs, taskUid: 2 })).toEqual({ ok: false, why: 'no-such-task' })
  })

  test('is refused for an unknown person, and for one who does not deliver', async () => {
    expect(await refusal({ staffId: nobody })).toEqual({ ok: false, why: 'no-such-person' })
    for (const who of ['priya', 'ewan', 'ines'] as const)
      expect(await refusal({ staffId: (await db.staff(who)).staffId })).toEqual({
        ok: false,
        why: 'not-a-team-role',
      })
  })

  test('leaves one accountable when two are made so at once', async () => {
    const part = (staffId: string) => ({
      db: db.console,
      as: mara,
      does: (tx: Tx) => assignTask(tx, assignment({ staffId })),
    })
    expect(await atOnce(db.admin, part(tomas.staffId), part(aiko.staffId))).toEqual([
      { ok: true },
      { ok: true },
    ])
    const accountable = await db.admin`
      select staff_id from task_assignments where project_id = ${projectId} and is_accountable`
    expect(accountable.map((row) => row.staff_id as string)).toEqual([aiko.staffId])
  })
})

describe('taking somebody off a task', () => {
  test('leaves the time that was logged', async () => {
    const harbour = await db.idOf.project('HT-2601')
    const [row] = await db.admin<{ uid: number }[]>`
      select t.uid from time_entries e join tasks t on t.id = e.task_id
      join task_assignments a on a.task_id = t.id and a.staff_id = e.staff_id
      where t.project_id = ${harbour} and e.staff_id = ${tomas.staffId} limit 1`
    await db.tried(mara, async (tx) => {
      const off = { projectId: harbour, taskUid: row!.uid, staffId: tomas.staffId }
      const logged = () =>
        tx.select({ id: timeEntries.id }).from(timeEntries).where(eq(timeEntries.projectId, harbour))
      const before = await logged()
      expect(await unassignTask(tx, off)).toEqual({ ok: true })
      expect(await logged()).toEqual(before)
      expect(await unassignTask(tx, off)).toEqual({ ok: false, why: 'not-assigned' })
    })
  })

  test('is refused for an unknown task and for somebody who is not on it', async () => {
    const off = (changed: object) =>
      nothingWritten(db, mara, (tx) =>
        unassignTask(tx, { projectId, taskUid: 2, staffId: nobody, ...changed }),
      )
    expect(await off({ taskUid: 99 })).toEqual({ ok: false, why: 'no-such-task' })
    expect(await off({})).toEqual({ ok: false, why: 'not-assigned' })
  })
})
