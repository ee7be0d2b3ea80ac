import type { StaffActor, Tx } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { defineDeliverable } from './define-deliverable'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('define deliverable')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const definition = (changed: Partial<Parameters<typeof defineDeliverable>[1]> = {}) => ({
  projectId,
  name: 'Spare parts list',
  description: 'What is kept where.',
  dueTaskUid: null,
  criteria: [{ statement: 'Complete', howChecked: '' }],
  ...changed,
})
const refusal = (changed: Parameters<typeof definition>[0]) =>
  nothingWritten(db, mara, (tx) => defineDeliverable(tx, definition(changed)))

describe('defining a deliverable', () => {
  test('adds it, or defines it anew', async () => {
    await db.tried(mara, async (tx) => {
      const added = await defineDeliverable(tx, definition())
      if (!added.ok) return expect.unreachable()
      const { deliverableId } = added
      expect(await defineDeliverable(tx, definition({ deliverableId, name: 'Other' }))).toEqual(added)
    })
  })

  test('is refused without criteria, and for a task that is not in the plan', async () => {
    expect(await refusal({ criteria: [] })).toEqual({ ok: false, why: 'no-criteria' })
    expect(await refusal({ dueTaskUid: 999 })).toEqual({ ok: false, why: 'no-such-task' })
  })

  test('is refused for what is not there or not one’s own', async () => {
    for (const id of [nobody, await db.idOf.project('SL-2602')])
      expect(await refusal({ projectId: id })).toEqual({ ok: false, why: 'no-such-project' })
    expect(await refusal({ deliverableId: nobody })).toEqual({ ok: false, why: 'no-such-deliverable' })
  })

  test('is refused once a version was submitted', async () => {
    const deliverableId = await db.idOf.deliverable('HT-2601', 'Low-level design')
    expect(await refusal({ deliverableId })).toEqual({ ok: false, why: 'already-submitted' })
  })

  test('of two new ones at once numbers them one after the other', async () => {
    const part = (name: string) => ({
      db: db.console,
      as: mara,
      does: (tx: Tx) => defineDeliverable(tx, definition({ name })),
    })
    const both = await atOnce(db.admin, part('First'), part('Second'))
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const codes = await db.admin`
      select code from deliverables where project_id = ${projectId} order by position desc limit 2`
    expect(codes.map(({ code }) => code as string)).toEqual(['D7', 'D6'])
  })
})
