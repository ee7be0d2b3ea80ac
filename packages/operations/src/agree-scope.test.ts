import type { StaffActor, Tx } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { agreeScope } from './agree-scope'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('agree scope')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

const item = { kind: 'in-scope' as const, text: 'Everything', deliverableId: null }
const scope = (changed: Partial<Parameters<typeof agreeScope>[1]> = {}) => ({
  projectId,
  objective: 'All of it',
  items: [item],
  ...changed,
})
const refusal = (changed: Parameters<typeof scope>[0]) =>
  nothingWritten(db, mara, (tx) => agreeScope(tx, scope(changed)))

describe('agreeing the scope', () => {
  test('writes the objective and the lines, or none', async () => {
    for (const items of [[item], []])
      expect(await db.tried(mara, (tx) => agreeScope(tx, scope({ items })))).toEqual({ ok: true })
  })

  test('is refused for a line tied to a deliverable of another project', async () => {
    const deliverableId = await db.idOf.deliverable('HT-2601', 'Site survey report')
    expect(await refusal({ items: [{ ...item, deliverableId }] })).toEqual({
      ok: false,
      why: 'no-such-deliverable',
    })
  })

  test('is refused for what is not there or not one’s own', async () => {
    for (const id of [nobody, await db.idOf.project('SL-2602')])
      expect(await refusal({ projectId: id })).toEqual({ ok: false, why: 'no-such-project' })
  })

  test('twice at once is written whole, once', async () => {
    const part = (text: string) => ({
      db: db.console,
      as: mara,
      does: (tx: Tx) => agreeScope(tx, scope({ objective: text, items: [{ ...item, text }] })),
    })
    expect(await atOnce(db.admin, part('First'), part('Second'))).toEqual([{ ok: true }, { ok: true }])
    const lines = await db.admin`
      select text, objective from scope_items s join projects p on p.id = s.project_id
      where p.id = ${projectId}`
    expect([...lines]).toEqual([{ text: 'Second', objective: 'Second' }])
  })
})
