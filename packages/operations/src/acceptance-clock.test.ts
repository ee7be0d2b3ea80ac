import type { StaffActor } from '@countersign/db/connect'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { pauseClock, resumeClock } from './acceptance-clock'
import { setSignatories } from './set-signatories'

let db: StoryDatabase
let mara: StaffActor
let jonas: StaffActor
let projectId: string
let submissionId: string
beforeAll(async () => {
  db = await storyDatabase('acceptance clock')
  mara = await db.staff('mara')
  jonas = await db.staff('jonas')
  projectId = await db.idOf.project('HT-2601')
  submissionId = await db.idOf.submission('HT-2601', 'Low-level design', 2)
})
afterAll(() => db.close())

const now = new Date()
const pause = { cause: 'supplier' as const, reason: 'Our lab is being moved.', now }

describe('the clock of an acceptance', () => {
  test('is stopped and goes on, in the rights of the manager', async () => {
    const which = { projectId, submissionId, by: mara, now }
    await db.tried(mara, async (tx) => {
      expect(await pauseClock(tx, { ...pause, ...which })).toEqual({ ok: true })
      expect(await pauseClock(tx, { ...pause, ...which })).toEqual({ ok: false, why: 'already-paused' })
      expect(await resumeClock(tx, which)).toEqual({ ok: true })
      expect(await resumeClock(tx, which)).toEqual({ ok: false, why: 'not-paused' })
    })
  })

  test('is not stopped for a version that is not there, or of somebody else’s project', async () => {
    const why = { ok: false, why: 'no-such-submission' }
    const stops = (by: StaffActor, submission: string) =>
      db.tried(by, (tx) => pauseClock(tx, { ...pause, projectId, submissionId: submission, by }))
    expect(await stops(mara, randomUUID())).toEqual(why)
    expect(await stops(jonas, submissionId)).toEqual(why)
  })
})

test('who has to sign is not said in somebody else’s project', async () => {
  const says = (by: StaffActor, project: string) =>
    db.tried(by, (tx) => setSignatories(tx, { projectId: project, deliverableId: null, signatories: [] }))
  expect(await says(mara, projectId)).toEqual({ ok: true })
  expect(await says(jonas, projectId)).toEqual({ ok: false, why: 'no-such-project' })
  expect(await says(jonas, randomUUID())).toEqual({ ok: false, why: 'no-such-project' })
})
