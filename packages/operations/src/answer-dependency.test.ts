import type { ContactActor, StaffActor, Tx } from '@countersign/db/connect'
import { dependencies, dependencyAnswers } from '@countersign/db/tables/dependencies'
import { portalDependencies, portalDependencyFiles } from '@countersign/db/views/portal-dependencies'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { answerDependency } from './answer-dependency'
import { changeDependency, putDependency, recordDependency, settleDependency } from './keep-dependency'

const nobody = '00000000-0000-4000-8000-000000000000'
const now = new Date('2026-03-05T09:00:00Z')
let db: StoryDatabase
let mara: StaffActor
let grace: ContactActor
let lena: ContactActor
let katrin: ContactActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('answer dependency')
  mara = await db.staff('mara')
  grace = await db.contact('grace')
  lena = await db.contact('lena')
  katrin = await db.contact('katrin')
  projectId = await db.idOf.project('HT-2601')
})
afterAll(() => db.close())

const words = (changed: Partial<Parameters<typeof recordDependency>[1]> = {}) => ({
  projectId,
  what: 'Roof keys',
  party: 'customer' as const,
  needOn: '2026-03-10',
  ownerContactId: grace.contactId as string | null,
  ownerName: '',
  taskUid: null as number | null,
  note: 'They lost them twice.',
  ...changed,
})

/** A dependency that was put to the customer, committed. */
async function asked(changed: Parameters<typeof words>[0] = {}) {
  return db.console.write(mara, async (tx) => {
    const recorded = await recordDependency(tx, words(changed))
    if (!recorded.ok) return expect.unreachable()
    const { number } = recorded
    const put = await putDependency(tx, { projectId, number, message: 'By Friday, please.', by: mara })
    return put.ok ? { number, requestId: put.requestId } : expect.unreachable()
  })
}
const answer = (requestId: string, changed: Partial<Parameters<typeof answerDependency>[1]> = {}) => ({
  requestId,
  answer: 'done' as const,
  remark: 'At the gate',
  promisedOn: null as string | null,
  file: null,
  now,
  ...changed,
})

describe('what the customer is asked for', () => {
  test('is what was put to it, word for word, and neither the note nor what was never put', async () => {
    const { number, requestId } = await asked()
    await db.console.write(mara, (tx) => changeDependency(tx, { ...words(), number, what: 'All keys' }))
    await db.console.write(mara, (tx) => recordDependency(tx, words({ what: 'A secret wish' })))
    for (const contact of [grace, lena]) {
      const rows = await db.portal.read(contact, (tx) => tx.select().from(portalDependencies))
      expect(rows.find(({ id }) => id === requestId)).toMatchObject({
        what: 'Roof keys',
        needOn: '2026-03-10',
      })
      expect(JSON.stringify(rows)).not.toMatch(/lost them|secret|All keys/)
    }
    const others = await db.portal.read(katrin, (tx) => tx.select().from(portalDependencies))
    expect(others).toEqual([])
  })

  test('is the latest round only, and answers to an earlier one are refused', async () => {
    const { number, requestId } = await asked()
    const again = await db.console.write(mara, (tx) =>
      putDependency(tx, { projectId, number, message: 'Still', by: mara }),
    )
    expect(again).toMatchObject({ ok: true })
    const rows = await db.portal.read(grace, (tx) => tx.select().from(portalDependencies))
    expect(rows.some(({ id }) => id === requestId)).toBe(false)
    expect(await db.portal.write(grace, (tx) => answerDependency(tx, answer(requestId)))).toEqual({
      ok: false,
      why: 'no-such-request',
    })
  })
})

describe('answering', () => {
  test('keeps each answer with its file, for the manager and for colleagues', async () => {
    const { requestId } = await asked()
    const later = answer(requestId, { answer: 'later', promisedOn: '2026-03-20' })
    expect(await db.portal.write(grace, (tx) => answerDependency(tx, later))).toEqual({ ok: true })
    const file = { name: 'keys.txt', sha256: 'a'.repeat(64), size: 4, mediaType: 'text/plain' }
    const done = answer(requestId, { file })
    expect(await db.portal.write(grace, (tx) => answerDependency(tx, done))).toEqual({ ok: true })
    const kept = await db.console.read(mara, (tx) =>
      tx
        .select()
        .from(dependencyAnswers)
        .where(eq(dependencyAnswers.requestId, requestId))
        .orderBy(asc(dependencyAnswers.answeredAt)),
    )
    expect(kept).toMatchObject([
      { answer: 'later', promisedOn: '2026-03-20', fileName: null },
      { answer: 'done', fileName: 'keys.txt', answeredBy: grace.contactId },
    ])
    const [read] = await db.portal.read(lena, (tx) =>
      tx.select().from(portalDependencyFiles).where(eq(portalDependencyFiles.answerId, kept[1]!.id)),
    )
    expect(read).toMatchObject({ fileName: 'keys.txt' })
    expect(await db.portal.read(katrin, (tx) => tx.select().from(portalDependencyFiles))).toEqual([])
  })

  test('is refused with each reason, and by the database where the rule was passed by', async () => {
    const { number, requestId } = await asked()
    const refusal = async (who: ContactActor, changed: Parameters<typeof answer>[1] = {}, id = requestId) =>
      db.portal.write(who, (tx) => answerDependency(tx, answer(id, changed)))
    expect(await refusal(grace, {}, nobody)).toEqual({ ok: false, why: 'no-such-request' })
    expect(await refusal(katrin)).toEqual({ ok: false, why: 'no-such-request' })
    expect(await refusal(lena)).toEqual({ ok: false, why: 'only-reads' })
    expect(await refusal(grace, { answer: 'later' })).toEqual({ ok: false, why: 'day-missing' })
    expect(await refusal(grace, { answer: 'later', promisedOn: '2026-03-01' })).toEqual({
      ok: false,
      why: 'day-gone',
    })
    const byFunction = (who: ContactActor) =>
      db.portal
        .write(who, (tx) =>
          tx.execute(`select portal.answer_dependency('${requestId}', 'done', '', null, '[]')`),
        )
        .then(() => 'taken')
        .catch((error: { cause?: { code?: string } }) => error.cause?.code)
    expect(await byFunction(lena)).toBe('42501')
    expect(await byFunction(katrin)).toBe('42501')
    await db.console.write(mara, (tx) =>
      settleDependency(tx, { projectId, number, closing: 'received', note: '', by: mara, now }),
    )
    expect(await refusal(grace)).toEqual({ ok: false, why: 'already-settled' })
    expect(await byFunction(grace)).toBe('23514')
  })
})

describe('keeping a dependency', () => {
  const refusal = (work: (tx: Tx) => Promise<unknown>) => nothingWritten(db, mara, work)

  test('is refused with each reason, and then nothing is written', async () => {
    const record = (changed: Parameters<typeof words>[0]) =>
      refusal((tx) => recordDependency(tx, words(changed)))
    const elsewhere = await db.idOf.project('SL-2602')
    expect(await record({ projectId: elsewhere })).toEqual({ ok: false, why: 'no-such-project' })
    expect(await record({ ownerContactId: null })).toEqual({ ok: false, why: 'owner-missing' })
    expect(await record({ party: 'third-party' })).toEqual({ ok: false, why: 'not-the-customers' })
    expect(await record({ ownerContactId: katrin.contactId })).toEqual({ ok: false, why: 'no-such-contact' })
    expect(await record({ taskUid: 999 })).toEqual({ ok: false, why: 'no-such-task' })
    expect(await refusal((tx) => changeDependency(tx, { ...words(), number: 999 }))).toEqual({
      ok: false,
      why: 'no-such-dependency',
    })
  })

  test('puts nothing of a third party’s to the customer, and is over once it is settled', async () => {
    const recorded = await db.console.write(mara, (tx) =>
      recordDependency(tx, words({ party: 'third-party', ownerContactId: null, ownerName: 'Maker' })),
    )
    if (!recorded.ok) return expect.unreachable()
    const { number } = recorded
    const put = { projectId, number, message: '', by: mara }
    expect(await refusal((tx) => putDependency(tx, put))).toEqual({ ok: false, why: 'not-the-customers' })
    const drop = { projectId, number, closing: 'dropped' as const, by: mara, now }
    expect(await refusal((tx) => settleDependency(tx, { ...drop, note: ' ' }))).toEqual({
      ok: false,
      why: 'reason-missing',
    })
    expect(await db.console.write(mara, (tx) => settleDependency(tx, { ...drop, note: 'Bought' }))).toEqual({
      ok: true,
    })
    expect(await refusal((tx) => settleDependency(tx, { ...drop, note: 'Bought' }))).toEqual({
      ok: false,
      why: 'already-settled',
    })
    const [row] = await db.console.read(mara, (tx) =>
      tx.select().from(dependencies).where(eq(dependencies.number, number)),
    )
    expect(row).toMatchObject({ closing: 'dropped', closedBy: mara.staffId })
  })
})
