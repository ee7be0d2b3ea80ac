import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { onePrice } from '@countersign/domain/contract'
import { agreeContract } from './agree-contract'
import { submitDeliverable } from './submit-deliverable'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let mara: StaffActor
let groupIt: string
let image: string
beforeAll(async () => {
  db = await storyDatabase('agree contract')
  mara = await db.staff('mara')
  groupIt = await db.idOf.project('GI-2603')
  image = await db.idOf.deliverable('GI-2603', 'Standard image')
})
afterAll(() => db.close())

const terms = (changed: Partial<Parameters<typeof agreeContract>[1]> = {}) => ({
  projectId: groupIt,
  reference: 'Order 2',
  currency: 'EUR',
  lines: onePrice('Workplaces', 10_000n),
  taxBasisPoints: 1900,
  paymentTermDays: 30,
  signedOn: null as string | null,
  by: mara,
  now: new Date(),
  milestones: [
    { name: 'Half', amountMinor: 5_000n, dueOn: null, releasedBy: [image] },
    { name: 'Rest', amountMinor: 5_000n, dueOn: null, releasedBy: [image] },
  ],
  ...changed,
})
const agrees = (changed?: Parameters<typeof terms>[0]) =>
  db.tried(mara, (tx) => agreeContract(tx, terms(changed)))
const milestone = (changed: object) => [{ ...terms().milestones[0]!, ...changed }]

describe('agreeing a contract', () => {
  test('writes it with a payment schedule that sums to its value', async () => {
    expect(await agrees()).toEqual({ ok: true })
  })

  test('is refused with the difference when the schedule does not sum to the value', async () => {
    const differs = (valueMinor: bigint) => agrees({ lines: onePrice('Workplaces', valueMinor) })
    const refusal = { ok: false, why: 'does-not-sum', name: 'Workplaces' }
    expect(await differs(10_001n)).toEqual({ ...refusal, differenceMinor: -1n })
    expect(await differs(9_000n)).toEqual({ ...refusal, differenceMinor: 1_000n })
  })

  test('is refused without milestones, for an amount of nothing, and for one that nothing releases', async () => {
    expect(await agrees({ milestones: [] })).toEqual({ ok: false, why: 'no-milestones' })
    expect(await agrees({ milestones: milestone({ amountMinor: 0n }) })).toEqual({
      ok: false,
      why: 'amount-not-positive',
      name: 'Half',
    })
    expect(await agrees({ milestones: milestone({ releasedBy: [] }) })).toEqual({
      ok: false,
      why: 'released-by-nothing',
      name: 'Half',
    })
  })

  test('is refused for a deliverable of another project', async () => {
    const survey = await db.idOf.deliverable('HT-2601', 'Site survey report')
    const milestones = milestone({ amountMinor: 10_000n, releasedBy: [survey] })
    expect(await agrees({ milestones })).toEqual({ ok: false, why: 'no-such-deliverable' })
  })

  test('is refused for another manager’s project as for one that is not there', async () => {
    const refusal = { ok: false, why: 'no-such-project' }
    expect(await agrees({ projectId: await db.idOf.project('SL-2602') })).toEqual(refusal)
    expect(await agrees({ projectId: nobody })).toEqual(refusal)
  })

  test('is refused once something was submitted under it', async () => {
    const projectId = await db.idOf.project('HT-2601')
    const survey = await db.idOf.deliverable('HT-2601', 'Site survey report')
    const milestones = milestone({ amountMinor: 10_000n, releasedBy: [survey] })
    expect(await agrees({ projectId, milestones })).toEqual({ ok: false, why: 'already-submitted' })
  })
})

describe('agreeing anew while something is being submitted', () => {
  test('waits for the submission and is then refused', async () => {
    const file = { name: 'image.txt', sha256: 'a'.repeat(64), size: 1, mediaType: 'text/plain' }
    const [submitted, agreed] = await atOnce(
      db.admin,
      {
        db: db.console,
        as: mara,
        does: (tx) =>
          submitDeliverable(tx, {
            projectId: groupIt,
            deliverableId: image,
            message: '',
            files: [file],
            by: mara,
            now: new Date(),
          }),
      },
      { db: db.console, as: mara, does: (tx) => agreeContract(tx, terms()) },
    )
    expect(submitted).toMatchObject({ ok: true, version: 1 })
    expect(agreed).toEqual({ ok: false, why: 'already-submitted' })
  })
})
