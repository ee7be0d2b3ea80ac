import type { StaffActor, Tx } from '@countersign/db/connect'
import { leaves } from '@countersign/db/tables/people-capacity'
import { staff } from '@countersign/db/tables/people'
import { absences } from '@countersign/db/views/capacity'
import { and, eq, gte } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { answerLeave, askLeave, withdrawLeave } from './ask-leave'
import { keepPerson } from './keep-person'

const now = new Date('2031-01-02T09:00:00Z')
let db: StoryDatabase
let tomas: StaffActor
let mara: StaffActor
let aiko: StaffActor
let ines: StaffActor
beforeAll(async () => {
  db = await storyDatabase('ask leave')
  ;[tomas, mara] = [await db.staff('tomas'), await db.staff('mara')]
  ;[aiko, ines] = [await db.staff('aiko'), await db.staff('ines')]
  await db.admin`update staff set line_manager_id = ${mara.staffId} where id = ${tomas.staffId}`
  await db.admin`update staff set line_manager_id = null where id = ${aiko.staffId}`
})
afterAll(() => db.close())

const wish = (by: StaffActor, more: object = {}) => ({
  by,
  kind: 'holiday' as const,
  fromOn: '2031-02-03',
  toOn: '2031-02-07',
  isHalfDay: false,
  note: 'Skiing',
  now,
  ...more,
})
async function asked(by: StaffActor, more: object = {}) {
  await db.console.write(by, (tx) => askLeave(tx, wish(by, more)))
  const [row] = await db.admin<{ id: string }[]>`
    select id from leaves where staff_id = ${by.staffId} and from_on = ${wish(by, more).fromOn}`
  return row!.id
}
const answer = (leaveId: string, by: StaffActor, verdict: 'approved' | 'refused', reason = '') => ({
  leaveId,
  verdict,
  reason,
  by,
  now,
})

describe('asking for leave', () => {
  test('is refused for days that are no span, and for days asked for already', async () => {
    await asked(tomas, { fromOn: '2031-05-05', toOn: '2031-05-09' })
    const refusal = (more: object) => nothingWritten(db, tomas, (tx) => askLeave(tx, wish(tomas, more)))
    expect(await refusal({ toOn: '2031-02-02' })).toMatchObject({ why: 'ends-before-it-begins' })
    expect(await refusal({ toOn: '2032-06-02' })).toMatchObject({ why: 'more-than-a-year' })
    expect(await refusal({ isHalfDay: true })).toMatchObject({ why: 'half-of-one-day' })
    expect(await refusal({ fromOn: '2031-05-09', toOn: '2031-05-12' })).toMatchObject({
      why: 'asked-already',
    })
  })

  test('twice at once is asked once', async () => {
    const twice = {
      db: db.console,
      as: aiko,
      does: (tx: Tx) => askLeave(tx, wish(aiko, { fromOn: '2031-08-04', toOn: '2031-08-08' })),
    }
    const outcomes = await atOnce(db.admin, twice, twice)
    expect(outcomes).toEqual([{ ok: true }, { ok: false, why: 'asked-already' }])
  })
})

describe('an answer', () => {
  test('comes from the line manager, and takes the days off what there is', async () => {
    const leaveId = await asked(tomas)
    const days = () =>
      db.console.read(mara, (tx) =>
        tx
          .select()
          .from(absences)
          .where(and(eq(absences.staffId, tomas.staffId), gte(absences.fromOn, '2031-01-01'))),
      )
    expect((await days()).filter(({ isApproved }) => isApproved)).toEqual([])
    expect(await db.console.write(mara, (tx) => answerLeave(tx, answer(leaveId, mara, 'approved')))).toEqual({
      ok: true,
    })
    expect((await days()).filter(({ isApproved }) => isApproved)).toMatchObject([{ fromOn: '2031-02-03' }])
    const again = await nothingWritten(db, mara, (tx) =>
      answerLeave(tx, answer(leaveId, mara, 'refused', 'No')),
    )
    expect(again).toMatchObject({ why: 'answered-already' })
    expect(await db.console.write(tomas, (tx) => withdrawLeave(tx, { leaveId, by: tomas, now }))).toEqual({
      ok: true,
    })
    expect((await days()).filter(({ isApproved }) => isApproved)).toEqual([])
  })

  test('is nobody else’s to give, and never one’s own; a refusal has a reason', async () => {
    const leaveId = await asked(tomas, { fromOn: '2031-06-02', toOn: '2031-06-03' })
    const refusal = (by: StaffActor, reason = '') =>
      nothingWritten(db, by, (tx) =>
        answerLeave(tx, answer(leaveId, by, reason ? 'refused' : 'approved', reason)),
      )
    expect(await refusal(aiko)).toMatchObject({ why: 'no-such-leave' })
    expect(await refusal(ines)).toMatchObject({ why: 'no-such-leave' })
    expect(await refusal(tomas)).toMatchObject({ why: 'own-leave' })
    const unreasoned = { ...answer(leaveId, mara, 'refused') }
    expect(await nothingWritten(db, mara, (tx) => answerLeave(tx, unreasoned))).toMatchObject({
      why: 'without-a-reason',
    })
    // Nor by a row written past the operation.
    await expect(
      db.console.write(tomas, (tx) =>
        tx
          .update(leaves)
          .set({ verdict: 'approved', decidedBy: mara.staffId, decidedAt: now })
          .where(eq(leaves.id, leaveId)),
      ),
    ).rejects.toThrow()
  })

  test('of whoever has no line manager is the administrator’s', async () => {
    const leaveId = await asked(aiko, { fromOn: '2031-09-01', toOn: '2031-09-01' })
    expect(await db.console.write(ines, (tx) => answerLeave(tx, answer(leaveId, ines, 'approved')))).toEqual({
      ok: true,
    })
  })
})

describe('where a person belongs', () => {
  const kept = (more: object = {}) => ({
    staffId: aiko.staffId,
    lineManagerId: tomas.staffId,
    businessUnit: 'Networks',
    dayMinutes: [480, 480, 480, 480, 0, 0, 0],
    holidayPlace: 'DE-HH',
    ...more,
  })

  test('is kept by the administrator', async () => {
    await db.tried(ines, async (tx) => {
      expect(await keepPerson(tx, kept())).toEqual({ ok: true })
      const [row] = await tx.select().from(staff).where(eq(staff.id, aiko.staffId))
      expect(row).toMatchObject({ weeklyMinutes: 1920, dayMinutes: [480, 480, 480, 480, 0, 0, 0] })
      await keepPerson(tx, kept({ dayMinutes: [360, 360, 360, 360, 360, 0, 0] }))
      const [ordinary] = await tx.select().from(staff).where(eq(staff.id, aiko.staffId))
      expect(ordinary).toMatchObject({ weeklyMinutes: 1800, dayMinutes: null })
    })
  })

  test('is refused for a circle of managers, oneself, a stranger and a week of more than eighty hours', async () => {
    const refusal = (more: object) => nothingWritten(db, ines, (tx) => keepPerson(tx, kept(more)))
    await db.admin`update staff set line_manager_id = ${aiko.staffId} where id = ${mara.staffId}`
    expect(await refusal({})).toMatchObject({ why: 'managers-in-a-circle' })
    await db.admin`update staff set line_manager_id = null where id = ${mara.staffId}`
    for (const holidayPlace of ['XX', 'DE-XX', 'de'])
      expect(await refusal({ holidayPlace })).toMatchObject({ why: 'unknown-place' })
    expect(await refusal({ lineManagerId: aiko.staffId })).toMatchObject({ why: 'own-line-manager' })
    const vera = await db.idOf.person('vera.holm@kranwerk.example')
    expect(await refusal({ lineManagerId: vera })).toMatchObject({ why: 'no-such-person' })
    expect(await refusal({ dayMinutes: [900, 900, 900, 900, 900, 900, 900] })).toMatchObject({
      why: 'more-than-eighty-hours',
    })
  })
})
