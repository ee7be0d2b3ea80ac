import type { StaffActor, Tx } from '@countersign/db/connect'
import { decisionRecords } from '@countersign/db/tables/appraisals'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { chooseOption, recordDecision } from './record-decision'
import { beginAppraisal, changeAppraisal, scoreAppraisal } from './write-appraisal'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('record decision')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

const words = (changed: Partial<Parameters<typeof beginAppraisal>[1]> = {}) => ({
  projectId,
  title: 'How to roll out',
  context: 'Two thousand desks',
  criteria: [
    { name: 'Cost', weight: 3 },
    { name: 'Risk', weight: 1 },
  ],
  options: [
    { name: 'In waves', description: '' },
    { name: 'At once', description: '' },
  ],
  by: mara,
  ...changed,
})
const scores = [
  [6, 8],
  [8, 1],
]
async function scored(tx: Tx): Promise<number> {
  const begun = await beginAppraisal(tx, words())
  if (!begun.ok) return expect.unreachable()
  expect(await scoreAppraisal(tx, { projectId, number: begun.number, scores })).toEqual({ ok: true })
  return begun.number
}
const choice = (number: number, option: number, reason = '') => ({
  projectId,
  number,
  option,
  reason,
  decidedOn: '2026-03-05',
  by: mara,
})

describe('choosing an option', () => {
  test('keeps all that was weighed in a decision record, and ends the appraisal', async () => {
    await db.tried(mara, async (tx) => {
      const number = await scored(tx)
      const chosen = await chooseOption(tx, choice(number, 0))
      expect(chosen).toMatchObject({ ok: true })
      const [record] = await tx
        .select()
        .from(decisionRecords)
        .where(eq(decisionRecords.projectId, projectId))
        .orderBy(desc(decisionRecords.number))
      expect(record).toMatchObject({ title: 'How to roll out', decision: 'In waves', reason: '' })
      expect(record!.appraised).toMatchObject({ totals: [6.5, 6.25], chosen: 0, isBest: true, scores })
      expect(await chooseOption(tx, choice(number, 1, 'No'))).toEqual({ ok: false, why: 'already-chosen' })
      expect(await changeAppraisal(tx, { ...words(), number })).toEqual({ ok: false, why: 'already-chosen' })
    })
  })

  test('that is not the best needs a reason', async () => {
    await db.tried(mara, async (tx) => {
      const number = await scored(tx)
      expect(await chooseOption(tx, choice(number, 1))).toEqual({ ok: false, why: 'reason-missing' })
      expect(await chooseOption(tx, choice(number, 1, 'There is no time.'))).toMatchObject({ ok: true })
    })
  })

  test('is refused for what is not there, not scored, or not whole', async () => {
    const refusal = (work: (tx: Tx) => Promise<unknown>) => nothingWritten(db, mara, work)
    const elsewhere = await db.idOf.project('SL-2602')
    expect(await refusal((tx) => beginAppraisal(tx, words({ projectId: elsewhere })))).toEqual({
      ok: false,
      why: 'no-such-project',
    })
    expect(await refusal((tx) => beginAppraisal(tx, words({ criteria: [] })))).toEqual({
      ok: false,
      why: 'no-criteria',
    })
    expect(await refusal((tx) => chooseOption(tx, choice(999, 0)))).toEqual({
      ok: false,
      why: 'no-such-appraisal',
    })
    const begun = await db.console.write(mara, (tx) => beginAppraisal(tx, words()))
    if (!begun.ok) return expect.unreachable()
    const { number } = begun
    expect(await refusal((tx) => chooseOption(tx, choice(number, 0)))).toEqual({
      ok: false,
      why: 'scores-missing',
    })
    expect(await refusal((tx) => scoreAppraisal(tx, { projectId, number, scores: [[1]] }))).toEqual({
      ok: false,
      why: 'changed-meanwhile',
    })
  })

  test('stays open to changes before, which keep the scores of what is called as before', async () => {
    await db.tried(mara, async (tx) => {
      const number = await scored(tx)
      const options = [...words().options, { name: 'Not at all', description: '' }]
      expect(await changeAppraisal(tx, { ...words({ options }), number })).toEqual({ ok: true })
      expect(await chooseOption(tx, choice(number, 0))).toEqual({ ok: false, why: 'scores-missing' })
      const more = [...scores, [10, 10]]
      expect(await scoreAppraisal(tx, { projectId, number, scores: more })).toEqual({ ok: true })
      expect(await chooseOption(tx, choice(number, 2))).toMatchObject({ ok: true })
    })
  })
})

describe('a decision record', () => {
  const decision = {
    title: 'Language',
    context: '',
    decision: 'English',
    reason: 'Everybody reads it.',
    decidedOn: '2026-03-05',
  }

  test('says why, and is never changed', async () => {
    const given = { projectId, ...decision, by: mara }
    expect(await nothingWritten(db, mara, (tx) => recordDecision(tx, { ...given, reason: ' ' }))).toEqual({
      ok: false,
      why: 'reason-missing',
    })
    const kept = await db.console.write(mara, (tx) => recordDecision(tx, given))
    if (!kept.ok) return expect.unreachable()
    const change = db.admin`update public.decision_records set decision = 'German'`
    await expect(change).rejects.toMatchObject({ code: '42501' })
  })
})
