import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { publications } from '@countersign/db/tables/publications'
import type { Projection } from '@countersign/domain/publication'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { agreeScope } from './agree-scope'
import { digestOf } from './digest'
import { projectionDigest, projectProjection } from './project-projection'
import { publishProject } from './publish-project'
import { reviseTask } from './revise-task'

const nobody = '00000000-0000-4000-8000-000000000000'
const now = new Date('2026-05-04T22:30:00Z')
let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('publish project')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const draft = (changed: Partial<Parameters<typeof publishProject>[1]> = {}) => ({
  projectId,
  health: 'on-track' as const,
  narrative: 'The design is with you.',
  after: 3,
  previewed: '',
  by: mara,
  now,
  ...changed,
})
/** What the page showed: with another health, without words, and on another day than it is published. */
async function previewOf(tx: Tx, id = projectId) {
  const shown = { projectId: id, health: 'off-track' as const, narrative: '', asOf: '2026-05-03' as const }
  const projection = await projectProjection(tx, shown)
  return projection ? projectionDigest(projection) : ''
}
const publish = async (tx: Tx, changed: Parameters<typeof draft>[0] = {}) =>
  publishProject(tx, draft({ previewed: await previewOf(tx, changed.projectId), ...changed }))
const publishes = (changed?: Parameters<typeof draft>[0]) => db.tried(mara, (tx) => publish(tx, changed))

describe('publishing a project', () => {
  test('writes the next number with its digest, as of the day in the project’s time zone', async () => {
    await db.tried(mara, async (tx) => {
      expect(await publish(tx)).toMatchObject({ ok: true, number: 4 })
      const which = and(eq(publications.projectId, projectId), eq(publications.number, 4))
      const [row] = await tx.select().from(publications).where(which)
      const projection = row!.projection as Projection
      expect(row!.digest).toBe(digestOf({ projectId, number: 4, publishedAt: now.toISOString(), projection }))
      // Half past eleven at night in London.
      expect(projection).toMatchObject({
        asOf: '2026-05-04',
        tasks: null,
        narrative: 'The design is with you.',
      })
      expect(projection.deliverables.map(({ code, state }) => [code, state])).toEqual([
        ['D0', 'accepted'],
        ['D1', 'accepted'],
        ['D2', 'submitted'],
        ['D3', 'draft'],
        ['D4', 'draft'],
        ['D5', 'draft'],
      ])
    })
  })

  test('shows an internal customer the whole plan', async () => {
    const groupIt = await db.idOf.project('GI-2603')
    await db.tried(mara, async (tx) => {
      expect(await publish(tx, { projectId: groupIt, after: 1 })).toMatchObject({
        ok: true,
        number: 2,
      })
      const which = and(eq(publications.projectId, groupIt), eq(publications.number, 2))
      const [row] = await tx.select().from(publications).where(which)
      expect((row!.projection as Projection).tasks).toHaveLength(8)
    })
  })

  test('shows phases and the honest range only where that was chosen, and what was previewed', async () => {
    await db.tried(mara, async (tx) => {
      const shows = { phases: true, range: true }
      const chosen = { ...draft(), shows, asOf: '2026-05-04' as const }
      const shown = (await projectProjection(tx, chosen))!
      const plain = (await projectProjection(tx, { ...chosen, shows: undefined }))!
      expect(Object.keys(shown).filter((key) => !(key in plain))).toEqual(['phases', 'range'])
      expect(shown.phases!.length).toBeGreaterThan(1)
      for (const { startsOn, finishesOn } of shown.phases!) expect(startsOn <= finishesOn).toBe(true)
      const ahead = shown.milestones.filter(({ isReached }) => !isReached).map(({ uid }) => uid)
      expect(shown.range!.milestones.map(({ uid }) => uid).sort()).toEqual(ahead.sort())
      for (const { p50, p80 } of [shown.range!.finish, ...shown.range!.milestones])
        expect(p50 <= p80).toBe(true)

      const previewed = projectionDigest(shown)
      expect(await publish(tx, { previewed })).toEqual({ ok: false, why: 'changed-meanwhile' })
      expect(await publish(tx, { previewed, shows })).toMatchObject({ ok: true })
    })
  })

  test('has no range where no forecast was kept', async () => {
    const groupIt = await db.idOf.project('GI-2603')
    const shows = { phases: false, range: true }
    const shown = await db.console.read(mara, (tx) =>
      projectProjection(tx, { ...draft(), projectId: groupIt, shows, asOf: '2026-05-04' }),
    )
    expect(shown).not.toBeNull()
    expect(shown).not.toHaveProperty('range')
  })

  test('is refused when somebody published since the difference was looked at', async () => {
    for (const after of [2, 4])
      expect(await publishes({ after })).toEqual({ ok: false, why: 'published-meanwhile' })
  })

  test('is refused without a narrative', async () => {
    expect(await publishes({ narrative: ' \n ' })).toEqual({ ok: false, why: 'no-narrative' })
  })

  test('is refused when what the customer would read is no longer what was previewed', async () => {
    await db.tried(mara, async (tx) => {
      const previewed = await previewOf(tx)
      const [task] = await tx
        .select({ uid: tasks.uid, minutes: tasks.durationMinutes })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), eq(tasks.name, 'Low-level design')))
      const longer = { projectId, uid: task!.uid, durationMinutes: task!.minutes + 30 * 480 }
      expect(await reviseTask(tx, longer)).toMatchObject({ ok: true })
      expect(await publish(tx, { previewed })).toEqual({ ok: false, why: 'changed-meanwhile' })
      expect(await publish(tx)).toMatchObject({ ok: true, number: 4 })
    })
  })

  test('waits for an edit under way, and is then refused', async () => {
    const previewed = await db.console.read(mara, (tx) => previewOf(tx))
    const objective = (tx: Tx) => agreeScope(tx, { projectId, objective: 'Another one.', items: [] })
    const [, published] = await atOnce(
      db.admin,
      { db: db.console, as: mara, does: objective },
      { db: db.console, as: mara, does: (tx) => publish(tx, { previewed }) },
    )
    expect(published).toEqual({ ok: false, why: 'changed-meanwhile' })
  })

  test('is refused for what is not there or not one’s own', async () => {
    for (const id of [nobody, await db.idOf.project('SL-2602')])
      expect(await publishes({ projectId: id, after: 1 })).toEqual({ ok: false, why: 'no-such-project' })
  })

  test('twice at once tells the customer once', async () => {
    const part = {
      db: db.console,
      as: mara,
      does: (tx: Tx) => publish(tx),
    }
    const [first, second] = await atOnce(db.admin, part, part)
    expect(first).toMatchObject({ ok: true, number: 4 })
    expect(second).toEqual({ ok: false, why: 'published-meanwhile' })
    const numbers = await db.admin`select number from publications where project_id = ${projectId} order by 1`
    expect(numbers.map(({ number }) => number as number)).toEqual([1, 2, 3, 4])
  })
})
