import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { portalCorrectionAgreements } from '@countersign/db/views/portal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { agreeToCorrect } from './agree-to-correct'
import { changeDecision } from './change-decision'

const now = new Date()
let db: StoryDatabase
let mara: StaffActor
let grace: ContactActor
let projectId: string
let design: string
beforeAll(async () => {
  db = await storyDatabase('agree to correct')
  mara = await db.staff('mara')
  grace = await db.signatory('grace')
  projectId = await db.idOf.project('HT-2601')
  design = await db.idOf.submission('HT-2601', 'Low-level design', 2)
  await db.admin`
    insert into decisions (project_id, submission_id, kind, outcome, decided_at, time_zone, typed_name, statement, reason,
      submission_digest, clause, clock)
    select project_id, id, 'deemed', 'accepted', now(), 'Europe/London', '', '', '', digest, '§ 7 (3)', '{}'
    from submissions where id = ${design}`
})
afterAll(() => db.close())

const withdraws = () =>
  db.portal.write(grace, (tx) =>
    changeDecision(tx, {
      submissionId: design,
      typedName: grace.name,
      statement: 'I withdraw.',
      reason: 'We were on works holiday.',
      act: { kind: 'withdraws' },
      by: grace,
      now,
    }),
  )
const agreement = (by: StaffActor) => ({ projectId, submissionId: design, reason: 'They asked us.', by, now })
const agrees = (by: StaffActor) => db.console.write(by, (tx) => agreeToCorrect(tx, agreement(by)))

describe('what the contract deemed', () => {
  test('is taken back by neither side alone', async () => {
    expect(await withdraws()).toEqual({ ok: false, why: 'both-sides' })
    expect(await agrees(await db.staff('jonas'))).toEqual({ ok: false, why: 'no-such-decision' })
    expect(await agrees(mara)).toMatchObject({ ok: true })
    expect(await agrees(mara)).toEqual({ ok: false, why: 'already-agreed' })
    const read = await db.portal.read(grace, (tx) => tx.select().from(portalCorrectionAgreements))
    expect(read).toMatchObject([{ reason: 'They asked us.', agreedByName: mara.name }])
    expect(await withdraws()).toMatchObject({ ok: true })
  })

  test('is all that needs an agreement', async () => {
    const survey = await db.idOf.submission('HT-2601', 'Site survey report')
    const signed = await db.tried(mara, (tx) =>
      agreeToCorrect(tx, { ...agreement(mara), submissionId: survey }),
    )
    expect(signed).toEqual({ ok: false, why: 'not-deemed' })
  })
})
