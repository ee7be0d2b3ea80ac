import type { StaffActor, Tx } from '@countersign/db/connect'
import { outOfScopeWork } from '@countersign/db/tables/margins'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { markOutOfScope, settleOutOfScope, unmarkOutOfScope } from './out-of-scope'

let db: StoryDatabase
let jonas: StaffActor
let projectId: string
let ids: string[]
let proposed: string
beforeAll(async () => {
  db = await storyDatabase('out of scope')
  jonas = await db.staff('jonas')
  projectId = await db.idOf.project('NW-2604')
  const entries = await db.admin<{ id: string }[]>`
    select t.id from time_entries t where t.project_id = ${projectId}
      and not exists (select from out_of_scope_work o where o.time_entry_id = t.id) order by t.worked_on, t.id limit 3`
  ids = entries.map(({ id }) => id)
  const [change] = await db.admin<{ id: string }[]>`
    select r.id from change_requests r left join change_decisions d on d.change_request_id = r.id
    where r.project_id = ${projectId} and d.id is null`
  proposed = change!.id
})
afterAll(() => db.close())

const mark = (tx: Tx, timeEntryIds = ids) => markOutOfScope(tx, { projectId, timeEntryIds, by: jonas })
const settle = (
  tx: Tx,
  outcome: Parameters<typeof settleOutOfScope>[1]['outcome'],
  timeEntryIds = ids,
  by = jonas,
) => settleOutOfScope(tx, { projectId, timeEntryIds, outcome, by, now: new Date('2026-11-01T10:00:00Z') })
const marks = (tx: Tx) => tx.select().from(outOfScopeWork).where(inArray(outOfScopeWork.timeEntryId, ids))

describe('work outside the scope', () => {
  test('is marked all or nothing, once, and only in its project', async () => {
    await db.tried(jonas, async (tx) => {
      expect(await mark(tx, [])).toEqual({ ok: false, why: 'nothing-chosen' })
      expect(await mark(tx, [ids[0]!, projectId])).toEqual({ ok: false, why: 'no-such-entry' })
      expect(await mark(tx, [ids[0]!, ids[0]!])).toEqual({ ok: true })
      expect(await mark(tx)).toEqual({ ok: false, why: 'already-marked' })
      expect(await marks(tx)).toMatchObject([
        { timeEntryId: ids[0], markedBy: jonas.staffId, outcome: null, settledBy: null },
      ])
    })
  })

  test('loses its mark while nobody has settled it', async () => {
    await db.tried(jonas, async (tx) => {
      await mark(tx)
      expect(await unmarkOutOfScope(tx, { projectId, timeEntryIds: [] })).toEqual({
        ok: false,
        why: 'nothing-chosen',
      })
      expect(await unmarkOutOfScope(tx, { projectId, timeEntryIds: ids.slice(0, 1) })).toEqual({ ok: true })
      expect(await settle(tx, { kind: 'absorbed', reason: 'Goodwill' }, ids.slice(1))).toEqual({ ok: true })
      expect(await unmarkOutOfScope(tx, { projectId, timeEntryIds: ids.slice(1) })).toEqual({
        ok: false,
        why: 'already-settled',
      })
      expect(await marks(tx)).toHaveLength(2)
    })
  })

  test('is absorbed in somebody’s name, with a reason, once', async () => {
    await db.tried(jonas, async (tx) => {
      await mark(tx)
      expect(await settle(tx, { kind: 'absorbed', reason: '  ' })).toEqual({
        ok: false,
        why: 'reason-wanted',
      })
      expect(await settle(tx, { kind: 'absorbed', reason: 'Goodwill' }, [])).toEqual({
        ok: false,
        why: 'nothing-chosen',
      })
      expect(await settle(tx, { kind: 'absorbed', reason: 'Goodwill' })).toEqual({ ok: true })
      expect(await settle(tx, { kind: 'absorbed', reason: 'Again' })).toEqual({
        ok: false,
        why: 'already-settled',
      })
      for (const row of await marks(tx))
        expect(row).toMatchObject({
          outcome: 'absorbed',
          reason: 'Goodwill',
          settledBy: jonas.staffId,
          changeRequestId: null,
        })
    })
  })

  test('is taken by a change request of its project that nobody rejected or withdrew', async () => {
    const [against] = await db.admin<{ id: string }[]>`
      insert into change_requests (project_id, number, title, reason, scope, value_minor, proposed_by, digest)
      select project_id, 99, title, reason, scope, value_minor, proposed_by, digest from change_requests
      where id = ${proposed} returning id`
    await db.admin`
      insert into change_decisions (project_id, change_request_id, outcome, staff_id, reason, digest)
      select project_id, id, 'withdrawn', proposed_by, 'Not needed', digest from change_requests where id = ${against!.id}`
    await db.tried(jonas, async (tx) => {
      await mark(tx)
      for (const changeRequestId of [projectId, against!.id])
        expect(await settle(tx, { kind: 'change-request', changeRequestId })).toEqual({
          ok: false,
          why: 'no-such-change',
        })
      expect(await settle(tx, { kind: 'change-request', changeRequestId: proposed })).toEqual({ ok: true })
      for (const row of await marks(tx))
        expect(row).toMatchObject({ outcome: 'change-request', changeRequestId: proposed, reason: '' })
    })
  })

  test('is settled in nobody else’s name, and no other project’s manager marks it', async () => {
    const mara = await db.staff('mara')
    await expect(
      db.tried(jonas, async (tx) => {
        await mark(tx)
        return settle(tx, { kind: 'absorbed', reason: 'Hers' }, ids, mara)
      }),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(
      await db.tried(mara, (tx) => markOutOfScope(tx, { projectId, timeEntryIds: ids, by: mara })),
    ).toEqual({ ok: false, why: 'no-such-entry' })
  })

  test('by two who settle it at once is settled by the first', async () => {
    await db.console.write(jonas, (tx) => mark(tx))
    const absorb = (reason: string) => ({
      db: db.console,
      as: jonas,
      does: (tx: Tx) => settle(tx, { kind: 'absorbed', reason }),
    })
    expect(await atOnce(db.admin, absorb('First'), absorb('Second'))).toEqual([
      { ok: true },
      { ok: false, why: 'already-settled' },
    ])
    const kept = await db.console.read(jonas, (tx) =>
      tx.select().from(outOfScopeWork).where(eq(outOfScopeWork.timeEntryId, ids[0]!)),
    )
    expect(kept).toMatchObject([{ reason: 'First' }])
  })
})
