import type { StaffActor, Tx } from '@countersign/db/connect'
import { taskLinks, tasks } from '@countersign/db/tables/plan'
import type { Choice } from '@countersign/domain/plan-merge/merge-plans'
import { isEmptyDifference } from '@countersign/domain/plan-merge/plan-difference'
import type { Plan, PlanLink, PlanTask } from '@countersign/domain/schedule/plan'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { mergePlan } from './merge-plan'
import { planToMerge } from './plan-to-merge'
import { recordPlanImport } from './record-plan-import'
import { reviseTask } from './revise-task'
import { planOf } from './stored-plan'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
let first: Plan
beforeAll(async () => {
  db = await storyDatabase('merge plan')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
  const [row] = await db.admin<
    { plan: Plan }[]
  >`select plan from plan_imports where project_id = ${projectId}`
  first = row!.plan
})
afterAll(() => db.close())

/** The first leaf with that name in the plan that the project was founded with. */
const named = (name: string) => first.tasks.find((task) => task.name === name)!
const withTask = (uid: number, change: Partial<PlanTask>, of = first): Plan => ({
  ...of,
  tasks: of.tasks.map((task) => (task.uid === uid ? { ...task, ...change } : task)),
})
const without = (uids: readonly number[], of = first): Plan => ({
  ...of,
  tasks: of.tasks.filter(({ uid }) => !uids.includes(uid)),
  links: of.links.filter(({ fromUid, toUid }) => !uids.includes(fromUid) && !uids.includes(toUid)),
})

async function read(tx: Tx, plan: Plan, into = projectId): Promise<string> {
  const kept = await recordPlanImport(tx, {
    into: { projectId: into },
    fileName: 'again.xml',
    fileSha256: 'e'.repeat(64),
    title: 'Again',
    plan,
    notUnderstood: [],
    by: mara,
  })
  if (!kept.ok) throw new Error(kept.why)
  return kept.importId
}

async function merged(tx: Tx, plan: Plan, choices: Record<string, Choice> = {}) {
  const importId = await read(tx, plan)
  const found = await planToMerge(tx, { projectId, importId })
  const merge = { projectId, importId, digest: found!.digest, choices, now: new Date() }
  return { found: found!, merge, result: await mergePlan(tx, merge) }
}

const rowOf = async (tx: Tx, uid: number) =>
  (
    await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid)))
  )[0]

describe('merging a file that was read again', () => {
  test('leaves the plan as it is where the file is the same', async () => {
    await db.tried(mara, async (tx) => {
      const before = await planOf(tx, projectId)
      const { found, result } = await merged(tx, first)
      expect(isEmptyDifference(found.merged.difference)).toBe(true)
      expect(result).toMatchObject({ ok: true, kept: [] })
      expect(await planOf(tx, projectId)).toEqual(before)
    })
  })

  test('takes over what the file changed, row by row, and keeps our progress', async () => {
    await db.tried(mara, async (tx) => {
      const { uid, durationMinutes } = named('Low-level design')
      const before = await rowOf(tx, uid)
      const { result } = await merged(
        tx,
        withTask(uid, { name: 'Detailed design', deadline: '2030-01-01T17:00' }),
      )
      expect(result).toMatchObject({ ok: true })
      const after = await rowOf(tx, uid)
      expect(after).toMatchObject({
        id: before!.id,
        name: 'Detailed design',
        deadlineLocal: '2030-01-01T17:00',
        percentComplete: before!.percentComplete,
      })
      // The story made it longer than its file.
      expect(after!.durationMinutes).toBe(before!.durationMinutes)
      expect(after!.durationMinutes).not.toBe(durationMinutes)
    })
  })

  test('decides a conflict as the manager does', async () => {
    await db.tried(mara, async (tx) => {
      const { uid } = named('Low-level design')
      const theirs = withTask(uid, { durationMinutes: 40 * 480 })
      const { found } = await merged(tx, theirs)
      expect(found.merged.conflicts).toMatchObject([
        { key: `tasks/${uid}/durationMinutes`, theirs: 40 * 480 },
      ])
      expect((await rowOf(tx, uid))!.durationMinutes).not.toBe(40 * 480)
    })
    await db.tried(mara, async (tx) => {
      const { uid } = named('Low-level design')
      await merged(tx, withTask(uid, { durationMinutes: 40 * 480 }), {
        [`tasks/${uid}/durationMinutes`]: 'theirs',
      })
      expect((await rowOf(tx, uid))!.durationMinutes).toBe(40 * 480)
    })
  })

  test('adds tasks and remembers the file for the next time', async () => {
    await db.tried(mara, async (tx) => {
      const added: PlanTask = {
        ...named('Low-level design'),
        uid: 900,
        name: 'Acceptance of the site',
        wbs: '99',
      }
      const theirs = { ...first, tasks: [...first.tasks, added] }
      const { merge } = await merged(tx, theirs)
      expect(await rowOf(tx, 900)).toMatchObject({ name: 'Acceptance of the site', milestoneKind: null })
      const again = await merged(tx, theirs)
      expect(isEmptyDifference(again.found.merged.difference)).toBe(true)
      // An import is accepted once.
      expect(await mergePlan(tx, merge)).toEqual({ ok: false, why: 'no-such-import' })
    })
  })

  test('keeps a task on which time is logged, people are, or a deliverable is due, and says so', async () => {
    await db.tried(mara, async (tx) => {
      const [logged] = await db.admin<{ uid: number; name: string; id: string }[]>`
        select distinct t.uid, t.name, t.id from tasks t join time_entries e on e.task_id = t.id
        where t.project_id = ${projectId} order by t.uid limit 1`
      const [free] = await db.admin<{ uid: number }[]>`
        select t.uid from tasks t where t.project_id = ${projectId} and not t.is_summary and t.percent_complete = 0
          and not exists (select from time_entries e where e.task_id = t.id)
          and not exists (select from task_assignments a where a.task_id = t.id)
          and not exists (select from deliverables d where d.project_id = t.project_id and d.due_task_uid = t.uid)
        order by t.uid limit 1`
      const { found, result } = await merged(tx, without([logged!.uid, free!.uid]))
      expect(found.kept).toMatchObject([{ uid: logged!.uid, name: logged!.name }])
      expect(found.kept[0]!.minutesLogged).toBeGreaterThan(0)
      expect(result).toMatchObject({ ok: true, kept: [logged!.name] })
      expect((await rowOf(tx, logged!.uid))!.id).toBe(logged!.id)
      expect(await rowOf(tx, free!.uid)).toBeUndefined()
    })
  })

  test('is refused where the plan changed since the difference was shown', async () => {
    await db.tried(mara, async (tx) => {
      const importId = await read(tx, withTask(named('Low-level design').uid, { name: 'Other' }))
      const { digest } = (await planToMerge(tx, { projectId, importId }))!
      const revised = { projectId, uid: named('Low-level design').uid, percentComplete: 77 }
      expect(await reviseTask(tx, revised)).toMatchObject({ ok: true })
      const merge = { projectId, importId, choices: {}, now: new Date() }
      expect(await mergePlan(tx, { ...merge, digest })).toEqual({ ok: false, why: 'changed-meanwhile' })
      const shownAgain = (await planToMerge(tx, { projectId, importId }))!
      expect(await mergePlan(tx, { ...merge, digest: shownAgain.digest })).toMatchObject({ ok: true })
    })
  })

  test('is refused by name where the two together go in a circle', async () => {
    await db.tried(mara, async (tx) => {
      const free = first.tasks.filter(({ isSummary }) => !isSummary).slice(-2)
      const [a, b] = free.map(({ uid }) => uid) as [number, number]
      const isBetween = (link: PlanLink) => [a, b].includes(link.fromUid) && [a, b].includes(link.toUid)
      const link = { type: 'FS', lag: 0, lagUnit: 'working' } as const
      const alone = { ...first, links: first.links.filter((each) => !isBetween(each)) }
      await merged(tx, alone)
      await tx.insert(taskLinks).values({ projectId, fromUid: a, toUid: b, ...link })
      const { result } = await merged(tx, {
        ...alone,
        links: [...alone.links, { fromUid: b, toUid: a, ...link }],
      })
      expect(result).toMatchObject({ ok: false, why: 'cycle' })
    })
  })

  test('is nothing for another project’s import', async () => {
    await db.tried(mara, async (tx) => {
      const importId = await read(tx, first, await db.idOf.project('GI-2603'))
      expect(await planToMerge(tx, { projectId, importId })).toBeNull()
      const merge = { projectId, importId, digest: '', choices: {}, now: new Date() }
      expect(await mergePlan(tx, merge)).toEqual({ ok: false, why: 'no-such-import' })
    })
  })
})
