import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { setCostRate } from './set-cost-rate'

let db: StoryDatabase
let priya: StaffActor
beforeAll(async () => {
  db = await storyDatabase('set cost rate')
  priya = await db.staff('priya')
})
afterAll(() => db.close())

describe('setting a cost rate', () => {
  const rate = (hourMinor: bigint) => ({
    jobRole: 'surveyor',
    currency: 'EUR',
    hourMinor,
    fromOn: '2031-01-01' as const,
    by: priya,
  })

  test('is once for a role, a currency and a first day', async () => {
    expect(await db.console.write(priya, (tx) => setCostRate(tx, rate(90_00n)))).toEqual({ ok: true })
    expect(await nothingWritten(db, priya, (tx) => setCostRate(tx, rate(95_00n)))).toEqual({
      ok: false,
      why: 'rate-exists',
    })
    const later = { ...rate(95_00n), fromOn: '2031-02-01' as const }
    expect(await db.tried(priya, (tx) => setCostRate(tx, later))).toEqual({ ok: true })
  })
})
