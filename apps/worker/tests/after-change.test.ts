import { mails } from '@countersign/db/tables/mails'
import type { StaffActor } from '@countersign/db/connect'
import { contactCast, staffCast } from '@countersign/story/cast'
import { decideChange } from '@countersign/operations/decide-change'
import { proposeChange } from '@countersign/operations/propose-change'
import { withdrawChange } from '@countersign/operations/withdraw-change'
import { like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterChange } from '../src/jobs/after-change'
import { storyWork, type StoryWork } from './story-work'

let at: StoryWork
let jonas: StaffActor
let projectId: string
let contractLineId: string
beforeAll(async () => {
  at = await storyWork('after change')
  jonas = await at.story.staff('jonas')
  projectId = await at.story.idOf.project('NW-2604')
  const [line] = await at.story.admin<{ id: string }[]>`
    select id from contract_lines where project_id = ${projectId} and name = 'Anbindung der Krane'`
  contractLineId = line!.id
})
afterAll(() => at.close())

async function proposed() {
  const result = await at.story.console.write(jonas, (tx) =>
    proposeChange(tx, {
      projectId,
      title: 'Zwei Krane mehr',
      reason: 'Sie kommen im Mai.',
      scope: 'Die Krane 12 und 13.',
      daysLater: 0,
      steps: [{ line: { id: contractLineId }, deltaMinor: 123_456n, milestone: null }],
      by: jonas,
      now: new Date(),
    }),
  )
  if (!result.ok) throw new Error(result.why)
  return result.changeRequestId
}
const runs = (changeRequestId: string) => afterChange(at.work, { changeRequestId })
const told = async (changeRequestId: string, state: string) =>
  (
    await at.db.asLogin((tx) =>
      tx
        .select()
        .from(mails)
        .where(like(mails.key, `change ${changeRequestId} ${state} %`)),
    )
  ).sort((a, b) => a.toAddress.localeCompare(b.toAddress))
const signatories = [contactCast.henrik.email, contactCast.wiebke.email]

describe('a change', () => {
  test('that is proposed asks each signatory once, with its value in their words', async () => {
    const id = await proposed()
    await Promise.all([runs(id), runs(id)])
    await runs(id)
    const written = await told(id, 'proposed')
    expect(written.map(({ toAddress }) => toAddress)).toEqual(signatories)
    for (const { text } of written) {
      expect(text).toContain('Zwei Krane mehr')
      expect(text).toContain('1.234,56')
      expect(text).toContain(`/changes/${id}`)
    }
  })

  test.each(['approved', 'rejected'] as const)('that was %s is told to both sides', async (outcome) => {
    const id = await proposed()
    const by = await at.story.signatory('henrik')
    const decided = await at.story.portal.write(by, (tx) =>
      decideChange(tx, {
        changeRequestId: id,
        outcome,
        typedName: by.name,
        statement: 'Ich entscheide so.',
        language: 'de',
        reason: outcome === 'rejected' ? 'Zu teuer für dieses Jahr.' : '',
        by,
        now: new Date(),
      }),
    )
    expect(decided).toMatchObject({ ok: true })
    await runs(id)
    const written = await told(id, outcome)
    expect(written.map(({ toAddress }) => toAddress)).toEqual([...signatories, staffCast.jonas.email].sort())
    const [ours] = written.filter(({ toAddress }) => toAddress === staffCast.jonas.email)
    expect(ours!.text).toContain(by.name)
    expect(ours!.text).toContain(`/projects/${projectId}/changes/${id}`)
    if (outcome === 'rejected') for (const { text } of written) expect(text).toContain('Zu teuer')
  })

  test('that we take back is told to those who were asked', async () => {
    const id = await proposed()
    const back = {
      projectId,
      changeRequestId: id,
      reason: 'Der Liefertermin fiel weg.',
      by: jonas,
      now: new Date(),
    }
    expect(await at.story.console.write(jonas, (tx) => withdrawChange(tx, back))).toMatchObject({ ok: true })
    await runs(id)
    const written = await told(id, 'withdrawn')
    expect(written.map(({ toAddress }) => toAddress)).toEqual(signatories)
    for (const { text } of written) expect(text).toContain('Der Liefertermin fiel weg.')
  })
})
