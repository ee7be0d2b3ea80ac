import type { ContactActor, StaffActor } from '@countersign/db/connect'
import type { ChangeStep } from '@countersign/domain/change'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { decideChange } from './decide-change'
import { issueInvoice } from './issue-invoice'
import { proposeChange } from './propose-change'
import { withdrawChange } from './withdraw-change'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let jonas: StaffActor
let henrik: ContactActor
let wiebke: ContactActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('decide change')
  jonas = await db.staff('jonas')
  projectId = await db.idOf.project('NW-2604')
})
beforeEach(async () => {
  henrik = await db.signatory('henrik')
  wiebke = await db.signatory('wiebke')
})
afterAll(() => db.close())

const lineId = async (name: string) => {
  const [row] = await db.admin<{ id: string }[]>`
    select id from contract_lines where project_id = ${projectId} and name = ${name}`
  return row!.id
}
const worked = async (deltaMinor: bigint): Promise<ChangeStep[]> => [
  { line: { id: await lineId('Anbindung der Krane') }, deltaMinor, milestone: null },
]
const change = async (changed: Partial<Parameters<typeof proposeChange>[1]> = {}) => ({
  projectId,
  title: 'Zwei Krane mehr',
  reason: 'Sie kommen im Mai.',
  scope: 'Die Krane 12 und 13.',
  daysLater: 0,
  steps: await worked(100_000n),
  by: jonas,
  now: new Date(),
  ...changed,
})
async function proposed(changed: Partial<Parameters<typeof proposeChange>[1]> = {}) {
  const put = await change(changed)
  const result = await db.console.write(jonas, (tx) => proposeChange(tx, put))
  if (!result.ok) throw new Error(result.why)
  return result.changeRequestId
}
const decision = (changeRequestId: string, by: ContactActor, changed: object = {}) => ({
  changeRequestId,
  outcome: 'approved' as const,
  typedName: by.name,
  statement: 'Ich genehmige die Änderung.',
  language: 'de' as const,
  reason: '',
  by,
  now: new Date(),
  ...changed,
})
const value = async () => {
  const [row] = await db.admin<{ value: string }[]>`
    select value_minor::text as value from contracts where project_id = ${projectId}`
  return BigInt(row!.value)
}

describe('proposing a change', () => {
  const proposes = async (changed: Parameters<typeof change>[0]) => {
    const put = await change(changed)
    return db.tried(jonas, (tx) => proposeChange(tx, put))
  }

  test('is refused for what was billed or put before the customer, naming the step', async () => {
    const software = { id: await lineId('Leitstand-Software') }
    const billed = { id: await db.idOf.milestone('NW-2604', 'Konzept abgenommen') }
    const steps = [{ line: software, deltaMinor: 100n, milestone: billed }]
    expect(await proposes({ steps })).toEqual({ ok: false, why: 'milestone-stands', step: 0 })
    const [draft] = await db.admin<{ id: string }[]>`
      select id from deliverables where project_id = ${projectId} and kind = 'charter'`
    const milestone = { name: 'Neu', dueOn: null, deliverableId: draft!.id }
    expect(await proposes({ steps: [{ line: software, deltaMinor: 100n, milestone }] })).toMatchObject({
      why: 'deliverable-stands',
    })
  })

  test('is refused in another’s project, and without a contract', async () => {
    expect(await proposes({ projectId: nobody })).toMatchObject({ why: 'no-such-project' })
    expect(await proposes({ projectId: await db.idOf.project('HT-2601') })).toMatchObject({
      why: 'no-such-project',
    })
  })
})

describe('deciding on a change', () => {
  test('adds it to lines, schedule, value and baseline at once, and enters the ledger', async () => {
    const before = await value()
    const software = { id: await lineId('Leitstand-Software') }
    const open = { id: await db.idOf.milestone('NW-2604', 'Leitstand in Betrieb') }
    const later = { name: 'Später', dueOn: '2031-01-01', deliverableId: null }
    const id = await proposed({
      steps: [
        { line: software, deltaMinor: -300_000n, milestone: open },
        { line: software, deltaMinor: 500_000n, milestone: later },
        { line: { name: 'Schulung', kind: 'capped' }, deltaMinor: 200_000n, milestone: null },
      ],
    })
    const approved = decision(id, henrik)
    expect(await db.portal.write(henrik, (tx) => decideChange(tx, approved))).toEqual({ ok: true, projectId })
    expect(await value()).toBe(before + 400_000n)
    const lines = await db.admin`
      select name, original_minor::int as original, changed_minor::int as changed from app.contract_line_values
      where project_id = ${projectId} and name in ('Schulung', 'Leitstand-Software') order by name`
    expect([...lines]).toEqual([
      { name: 'Leitstand-Software', original: 12_000_000, changed: 2_000_000 },
      { name: 'Schulung', original: 0, changed: 200_000 },
    ])
    const [milestones] = await db.admin`select
      sum(amount_minor) filter (where name = 'Leitstand in Betrieb')::int as fewer,
      sum(amount_minor) filter (where name = 'Später' and trigger = 'date')::int as later
      from billing_milestones where project_id = ${projectId}`
    expect(milestones).toEqual({ fewer: 1_500_000, later: 500_000 })
    const [kept] = await db.admin`
      select occasion, (select count(*)::int from baseline_tasks t where t.baseline_id = b.id) as tasks
      from baselines b where project_id = ${projectId} order by number desc limit 1`
    expect(kept).toEqual({ occasion: 'change-order', tasks: 10 })
    const [entry] = await db.admin<{ entry: string }[]>`
      select entry from ledger_entries where project_id = ${projectId} order by seq desc limit 1`
    expect(JSON.parse(entry!.entry)).toMatchObject({
      kind: 'change-approval',
      body: { changeRequestId: id, valueMinor: '400000', currency: 'EUR', contactId: henrik.contactId },
    })
    expect(entry!.entry).not.toContain(henrik.name)
  })

  test('takes a milestone away that comes to nothing', async () => {
    const software = { id: await lineId('Leitstand-Software') }
    const gone = { id: await db.idOf.milestone('NW-2604', 'Schwimmdock im Lagebild') }
    const id = await proposed({ steps: [{ line: software, deltaMinor: -1_800_000n, milestone: gone }] })
    const approved = decision(id, henrik)
    expect(await db.portal.write(henrik, (tx) => decideChange(tx, approved))).toMatchObject({ ok: true })
    expect([...(await db.admin`select id from billing_milestones where id = ${gone.id}`)]).toEqual([])
  })

  test('is refused beyond the authority, whether it adds or takes, and to whoever signs nothing', async () => {
    const tried = async (deltaMinor: bigint, by: ContactActor) => {
      const id = await proposed({ steps: await worked(deltaMinor) })
      return db.tried(by, (tx) => decideChange(tx, decision(id, by)))
    }
    expect(await tried(300_001n, wiebke)).toMatchObject({ why: 'beyond-authority' })
    expect(await tried(-300_001n, wiebke)).toMatchObject({ why: 'beyond-authority' })
    expect(await tried(300_000n, wiebke)).toMatchObject({ ok: true })
    const grace = await db.signatory('grace')
    expect(await tried(1n, grace)).toMatchObject({ why: 'no-such-change' })
  })

  test('is refused with another name, and as a rejection without a reason', async () => {
    const id = await proposed()
    const tried = (changed: object) =>
      db.tried(henrik, (tx) => decideChange(tx, decision(id, henrik, changed)))
    expect(await tried({ typedName: 'H. Petersen' })).toMatchObject({ why: 'name-differs' })
    expect(await tried({ outcome: 'rejected' })).toMatchObject({ why: 'reason-missing' })
    expect(await tried({ outcome: 'rejected', reason: 'Zu teuer.' })).toMatchObject({ ok: true })
  })

  test('is refused without a fresh password, by the database', async () => {
    const id = await proposed()
    const stale = await db.contact('henrik')
    await expect(db.portal.write(stale, (tx) => decideChange(tx, decision(id, stale)))).rejects.toMatchObject(
      { cause: { code: '42501' } },
    )
  })

  test('is refused once it was withdrawn', async () => {
    const id = await proposed()
    const withdrawal = { projectId, changeRequestId: id, reason: 'Erledigt.', by: jonas, now: new Date() }
    expect(await db.console.write(jonas, (tx) => withdrawChange(tx, withdrawal))).toEqual({ ok: true })
    expect(await db.console.write(jonas, (tx) => withdrawChange(tx, withdrawal))).toMatchObject({
      why: 'already-decided',
    })
    expect(await db.tried(henrik, (tx) => decideChange(tx, decision(id, henrik)))).toMatchObject({
      why: 'already-decided',
    })
  })
})

describe('two at once', () => {
  test('who approve the same change: one does, and the value changes once', async () => {
    const before = await value()
    const id = await proposed()
    const by = (actor: ContactActor) => ({
      db: db.portal,
      as: actor,
      does: (tx: Parameters<typeof decideChange>[0]) => decideChange(tx, decision(id, actor)),
    })
    const [first, second] = await atOnce(db.admin, by(henrik), by(wiebke))
    expect([first, second]).toEqual([
      { ok: true, projectId },
      { ok: false, why: 'already-decided' },
    ])
    expect(await value()).toBe(before + 100_000n)
  })

  test('of whom one bills a milestone that the change alters: whoever is first stands', async () => {
    const priya = await db.staff('priya')
    await db.admin`update contracts set requires_order = false where project_id = ${projectId}`
    const software = { id: await lineId('Leitstand-Software') }
    const early = { name: 'Vorab', dueOn: '2031-01-01', deliverableId: null }
    const brought = await proposed({ steps: [{ line: software, deltaMinor: 1_000n, milestone: early }] })
    const approved = decision(brought, henrik)
    await db.portal.write(henrik, (tx) => decideChange(tx, approved))
    const milestone = { id: await db.idOf.milestone('NW-2604', 'Vorab') }
    const id = await proposed({ steps: [{ line: software, deltaMinor: 500n, milestone }] })
    await db.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update billing_milestones set due_on = '2026-01-01' where id = ${milestone.id}`
    })
    const [billed, refused] = await atOnce(
      db.admin,
      {
        db: db.console,
        as: priya,
        does: (tx) =>
          issueInvoice(tx, { billingMilestoneIds: [milestone.id], issuedOn: '2031-02-01', by: priya }),
      },
      { db: db.portal, as: henrik, does: (tx) => decideChange(tx, decision(id, henrik)) },
    )
    expect(billed).toMatchObject({ ok: true })
    expect(refused).toEqual({ ok: false, why: 'no-longer-fits' })
  })
})
