import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { writeNote } from './write-note'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
beforeAll(async () => {
  db = await storyDatabase('write note')
  mara = await db.staff('mara')
})
afterAll(() => db.close())

describe('writing a note', () => {
  test('is for the own projects', async () => {
    const projectId = await db.idOf.project('HT-2601')
    const note = { projectId, text: 'Ring Grace.', by: mara }
    expect(await db.tried(mara, (tx) => writeNote(tx, note))).toEqual({ ok: true })
    for (const theirs of [nobody, await db.idOf.project('SL-2602')])
      expect(await nothingWritten(db, mara, (tx) => writeNote(tx, { ...note, projectId: theirs }))).toEqual({
        ok: false,
        why: 'no-such-project',
      })
  })
})
