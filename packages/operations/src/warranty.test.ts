import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { billingMilestoneReleases, contracts } from '@countersign/db/tables/contract'
import { warrantyClaims } from '@countersign/db/tables/warranty'
import { portalWarrantyClaims } from '@countersign/db/views/portal-clock'
import { eq, sql } from 'drizzle-orm'
import { onePrice } from '@countersign/domain/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { agreeAcceptance } from './agree-acceptance'
import { agreeContract } from './agree-contract'
import { answerClaim } from './answer-claim'
import { claimWarranty, closeClaim } from './claim-warranty'
import { defineDeliverable } from './define-deliverable'

let db: StoryDatabase
let mara: StaffActor
let grace: ContactActor
let lena: ContactActor
let projectId: string
let survey: string
beforeAll(async () => {
  db = await storyDatabase('warranty')
  mara = await db.staff('mara')
  grace = await db.contact('grace')
  lena = await db.contact('lena')
  projectId = await db.idOf.project('HT-2601')
  survey = await db.idOf.deliverable('HT-2601', 'Site survey report')
})
afterAll(() => db.close())

const now = new Date()
const claim = { title: 'Wrong rack', description: 'One unit is taken.', files: [], now }

describe('a warranty claim', () => {
  test('is numbered in the project and read by the customer', async () => {
    await db.tried(grace, async (tx) => {
      expect(await claimWarranty(tx, { deliverableId: survey, ...claim })).toEqual({ ok: true })
      const shown = await tx.select().from(portalWarrantyClaims).orderBy(portalWarrantyClaims.number)
      expect(shown.map(({ number, title }) => [number, title])).toEqual([
        [1, 'Rack space at Portishead is described wrongly'],
        [2, 'Wrong rack'],
      ])
    })
  })

  test('is refused to whoever only reads, after the warranty, and for what has none', async () => {
    const design = await db.idOf.deliverable('HT-2601', 'Low-level design')
    const inTenYears = new Date(now.getTime() + 3650 * 86_400_000)
    const whyOf = (by: ContactActor, changed: object) =>
      db.tried(by, (tx) => claimWarranty(tx, { deliverableId: survey, ...claim, ...changed }))
    expect(await whyOf(lena, {})).toMatchObject({ why: 'only-reads' })
    expect(await whyOf(grace, { now: inTenYears })).toMatchObject({ why: 'no-warranty' })
    expect(await whyOf(grace, { deliverableId: design })).toMatchObject({ why: 'no-warranty' })
    expect(await whyOf(grace, { deliverableId: projectId })).toMatchObject({ why: 'no-such-deliverable' })
  })

  test('that a taken-over portal makes of what is in no warranty is refused by the database', async () => {
    const design = await db.idOf.deliverable('HT-2601', 'Low-level design')
    const sent = (by: ContactActor, deliverable: string) =>
      db
        .tried(by, (tx) =>
          tx.execute(sql`select portal.claim_warranty(${deliverable}, 'x', 'y', '[]'::jsonb)`),
        )
        .then(
          () => 'claimed',
          (error: { cause?: { code?: string } }) => error.cause?.code,
        )
    expect(await sent(grace, design)).toBe('42501')
    expect(await sent(lena, survey)).toBe('42501')
    expect(await sent(grace, survey)).toBe('claimed')
  })

  test('is answered by our side and closed by the customer, once', async () => {
    const [known] = await db.admin<{ id: string }[]>`select id from warranty_claims`
    const claimId = known!.id
    await db.tried(mara, async (tx) => {
      const answer = { projectId, claimId, answer: 'mended' as const, text: 'Corrected.', by: mara, now }
      expect(await answerClaim(tx, answer)).toEqual({ ok: true })
      expect(await answerClaim(tx, { ...answer, claimId: projectId })).toMatchObject({ why: 'no-such-claim' })
      expect(await tx.select().from(warrantyClaims).where(eq(warrantyClaims.id, claimId))).toHaveLength(1)
    })
    expect(await db.tried(lena, (tx) => closeClaim(tx, { claimId }))).toMatchObject({ why: 'only-reads' })
    await db.tried(grace, async (tx) => {
      expect(await closeClaim(tx, { claimId })).toEqual({ ok: true })
      expect(await closeClaim(tx, { claimId })).toMatchObject({ why: 'already-closed' })
    })
  })
})

describe('terms of acceptance', () => {
  const terms = {
    clause: 'As agreed.',
    days: 5 as number | null,
    firstDay: 'submission-day' as const,
    deemedClause: null as string | null,
    reminderDays: [2],
    warningDays: 2,
    reservationBasisPoints: 8000,
    signingOrder: 'sequence' as const,
    warrantyMonths: 24,
  }
  const agrees = (changed: Partial<typeof terms>, ofProject = projectId) =>
    db.tried(mara, (tx) => agreeAcceptance(tx, { projectId: ofProject, ...terms, ...changed }))

  test('change after something was submitted, which keeps its own', async () => {
    await db.tried(mara, async (tx) => {
      expect(await agreeAcceptance(tx, { projectId, ...terms })).toEqual({ ok: true })
      const [row] = await tx.select().from(contracts).where(eq(contracts.projectId, projectId))
      expect(row).toMatchObject({ acceptanceDays: 5, reminderDays: [2], reservationBasisPoints: 8000 })
      const frozen = await tx.execute<{ days: string }>(
        sql`select distinct terms -> 'acceptance' ->> 'days' as days from submissions`,
      )
      expect([...frozen]).toEqual([{ days: '10' }])
    })
  })

  test('need a period for silence and reminders, which come within it', async () => {
    expect(await agrees({ days: null, deemedClause: 'x', reminderDays: [] })).toMatchObject({
      why: 'deemed-without-period',
    })
    expect(await agrees({ days: null })).toMatchObject({ why: 'reminders-without-period' })
    expect(await agrees({ reminderDays: [5] })).toMatchObject({ why: 'reminder-before-the-period' })
    expect(await agrees({ deemedClause: 'x', warningDays: 5 })).toMatchObject({
      why: 'warning-before-the-period',
    })
    expect(await agrees({}, survey)).toMatchObject({ why: 'no-contract' })
  })
})

test('retention waits for the final acceptance of what is accepted twice, and of nothing else', async () => {
  const workplaces = await db.idOf.deliverable('GI-2603', 'Renewed workplaces')
  const ofProject = { projectId: await db.idOf.project('GI-2603') }
  const define = {
    ...ofProject,
    deliverableId: workplaces,
    name: 'Workplaces',
    description: '',
    dueTaskUid: null,
  }
  const criteria = [{ statement: 'They work.', howChecked: '' }]
  const contract = {
    ...ofProject,
    reference: '',
    currency: 'EUR',
    lines: onePrice('All of it', 1000n),
    taxBasisPoints: 1900,
    paymentTermDays: 30,
    signedOn: null,
    milestones: [
      { name: 'Rollout', amountMinor: 900n, dueOn: null, releasedBy: [workplaces] },
      { name: 'Retention', amountMinor: 100n, dueOn: null, releasedBy: [], releasedFinally: [workplaces] },
    ],
    by: mara,
    now,
  }
  await db.tried(mara, async (tx) => {
    expect(await agreeContract(tx, contract)).toMatchObject({ why: 'not-accepted-twice' })
    const twice = { ...define, criteria, acceptance: 'provisional-and-final' as const }
    expect(await defineDeliverable(tx, twice)).toMatchObject({ ok: true })
    expect(await agreeContract(tx, contract)).toEqual({ ok: true })
    const releases = await tx
      .select({ stage: billingMilestoneReleases.stage })
      .from(billingMilestoneReleases)
      .where(eq(billingMilestoneReleases.deliverableId, workplaces))
    expect(releases.map(({ stage }) => stage).sort()).toEqual(['final', 'first'])
    expect(await defineDeliverable(tx, { ...twice, acceptance: 'once' })).toMatchObject({
      why: 'final-releases',
    })
  })
})
