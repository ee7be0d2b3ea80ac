import type { ContactActor, StaffActor } from '@countersign/db/connect'
import { invoices } from '@countersign/db/tables/billing'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { eq } from 'drizzle-orm'
import { onePrice } from '@countersign/domain/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { agreeContract } from './agree-contract'
import { decideSubmission } from './decide-submission'
import { issueInvoice } from './issue-invoice'
import { submitDeliverable } from './submit-deliverable'

const nobody = '00000000-0000-4000-8000-000000000000'
const issuedOn = '2031-03-01' as const
let db: StoryDatabase
let priya: StaffActor
let mandate: string
let concept: string
beforeAll(async () => {
  db = await storyDatabase('issue invoice')
  priya = await db.staff('priya')
  mandate = await db.idOf.milestone('SL-2602', 'Auftrag')
  concept = await db.idOf.milestone('SL-2602', 'Fachkonzept abgenommen')
})
afterAll(() => db.close())

const issues = (...billingMilestoneIds: string[]) =>
  db.tried(priya, (tx) => issueInvoice(tx, { billingMilestoneIds, issuedOn, by: priya }))
const part = (id: string) => ({
  db: db.console,
  as: priya,
  does: (tx: Parameters<typeof issueInvoice>[0]) =>
    issueInvoice(tx, { billingMilestoneIds: [id], issuedOn, by: priya }),
})

describe('issuing an invoice', () => {
  test('bills released milestones with tax, due after the contract’s term', async () => {
    await db.tried(priya, async (tx) => {
      const result = await issueInvoice(tx, { billingMilestoneIds: [mandate, concept], issuedOn, by: priya })
      if (!result.ok) return expect.unreachable()
      expect(result.number).toBe('2031-00001')
      const [row] = await tx.select().from(invoices).where(eq(invoices.id, result.invoiceId))
      expect(row).toMatchObject({
        netMinor: 7_500_000n,
        taxMinor: 1_425_000n,
        grossMinor: 8_925_000n,
        dueOn: '2031-03-15',
        issuedBy: priya.staffId,
      })
    })
  })

  test('is refused for nothing, and for what is not there', async () => {
    expect(await issues()).toEqual({ ok: false, why: 'nothing-chosen' })
    expect(await issues(nobody)).toEqual({ ok: false, why: 'no-such-milestone' })
    expect(await issues(mandate, nobody)).toEqual({ ok: false, why: 'no-such-milestone' })
  })

  test('is refused before acceptance, also where the latest version was rejected', async () => {
    expect(await issues(await db.idOf.milestone('SL-2602', 'Inbetriebnahme'))).toEqual({
      ok: false,
      why: 'not-billable',
    })
    expect(await issues(await db.idOf.milestone('HT-2601', 'Design accepted'))).toEqual({
      ok: false,
      why: 'not-billable',
    })
    expect(await issues(mandate, await db.idOf.milestone('SL-2602', 'Inbetriebnahme'))).toEqual({
      ok: false,
      why: 'not-billable',
    })
  })

  test('is refused for what was billed, paid or not', async () => {
    for (const name of ['Mobilisation', 'Survey accepted'])
      expect(await issues(await db.idOf.milestone('HT-2601', name))).toEqual({
        ok: false,
        why: 'already-invoiced',
      })
  })

  test('is refused over several projects', async () => {
    expect(await issues(mandate, await db.idOf.milestone('HT-2601', 'Mobilisation'))).toEqual({
      ok: false,
      why: 'several-projects',
    })
  })

  test('twice at once for one milestone is one invoice, and no number is lost', async () => {
    const [first, second] = await atOnce(db.admin, part(mandate), part(mandate))
    expect(first).toMatchObject({ ok: true, number: '2031-00001' })
    expect(second).toEqual({ ok: false, why: 'already-invoiced' })
    const next = await db.console.write(priya, part(concept).does)
    expect(next).toMatchObject({ ok: true, number: '2031-00002' })
  })
})

describe('eight people issuing at once', () => {
  test('take numbers without gap or double, though one of them gives up', async () => {
    const milestoneIds = await nineBillableMilestones()
    const giveUp = new Error('changed my mind')
    const results = await Promise.allSettled(
      milestoneIds.slice(0, 8).map((id, index) =>
        db.console.write(priya, async (tx) => {
          const result = await issueInvoice(tx, {
            billingMilestoneIds: [id],
            issuedOn: '2032-01-15',
            by: priya,
          })
          if (index === 3) throw giveUp
          return result
        }),
      ),
    )
    expect(results[3]).toEqual({ status: 'rejected', reason: giveUp })
    await db.console.write(priya, (tx) =>
      issueInvoice(tx, { billingMilestoneIds: [milestoneIds[8]!], issuedOn: '2032-01-15', by: priya }),
    )
    const numbers = await db.admin<{ number: string }[]>`
      select number from invoices where series = '2032' order by sequence`
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 8 }, (_, index) => `2032-0000${index + 1}`),
    )
  })

  /** The internal project gets a schedule of nine milestones, all released by its charter, which is then accepted. */
  async function nineBillableMilestones(): Promise<string[]> {
    const mara = await db.staff('mara')
    const samuel: ContactActor = await db.signatory('samuel')
    const projectId = await db.idOf.project('GI-2603')
    const charter = await db.idOf.deliverable('GI-2603', 'Project charter')
    const now = new Date()
    const submitted = await db.console.write(mara, async (tx) => {
      await agreeContract(tx, {
        projectId,
        reference: '',
        currency: 'EUR',
        lines: onePrice('All of it', 900n),
        taxBasisPoints: 1900,
        paymentTermDays: 0,
        signedOn: null,
        by: mara,
        now,
        milestones: Array.from({ length: 9 }, (_, index) => ({
          name: `Part ${index + 1}`,
          amountMinor: 100n,
          dueOn: null,
          releasedBy: [charter],
        })),
      })
      const files = [{ name: 'charter.txt', sha256: 'e'.repeat(64), size: 1, mediaType: 'text/plain' }]
      return submitDeliverable(tx, { projectId, deliverableId: charter, message: '', files, by: mara, now })
    })
    if (!submitted.ok) return expect.unreachable()
    const { submissionId } = submitted
    const [row] = await db.admin<{ criteria: { id: string }[] }[]>`
      select criteria from submissions where id = ${submissionId}`
    const decided = await db.portal.write(samuel, (tx) =>
      decideSubmission(tx, {
        submissionId,
        outcome: 'accepted',
        typedName: samuel.name,
        statement: 'I accept it.',
        results: row!.criteria.map(({ id }) => ({ criterionId: id, result: 'met', comment: '' })),
        reservations: [],
        by: samuel,
        now,
      }),
    )
    expect(decided).toMatchObject({ ok: true })
    const states = await db.console.read(priya, (tx) =>
      tx.select().from(billingMilestoneStates).where(eq(billingMilestoneStates.projectId, projectId)),
    )
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['billable']))
    return states.map(({ billingMilestoneId }) => billingMilestoneId)
  }
})
