import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContactActor } from '../../src/connect'
import {
  portalAuthorities,
  portalInvoices,
  portalParticipants,
  portalPaymentSchedule,
  portalProjects,
  portalPublications,
  portalSubmissions,
} from '../../src/views/portal'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
const people = {} as Record<'grace' | 'daniel' | 'lena' | 'katrin' | 'samuel', ContactActor>
beforeAll(async () => {
  db = await storyDatabase('own rows')
  for (const who of ['grace', 'daniel', 'lena', 'katrin', 'samuel'] as const)
    people[who] = await db.contact(who)
})
afterAll(() => db.close())

describe('what a contact reads', () => {
  test.each([
    ['grace', 'HT-2601', 'signatory'],
    ['lena', 'HT-2601', 'viewer'],
    ['katrin', 'SL-2602', 'signatory'],
    ['samuel', 'GI-2603', 'signatory'],
  ] as const)('of projects is the own: %s', async (who, code, role) => {
    const rows = await db.portal.read(people[who], (tx) => tx.select().from(portalProjects))
    expect(rows.map((row) => [row.code, row.myRole])).toEqual([[code, role]])
  })

  test('of people is who follows the own project, without anybody’s address or authority', async () => {
    const rows = await db.portal.read(people.lena, (tx) => tx.select().from(portalParticipants))
    expect(rows.map(({ name, role }) => `${name}, ${role}`).sort()).toEqual([
      'Daniel Roth, signatory',
      'Grace Okafor, signatory',
      'Lena Hart, viewer',
    ])
  })

  test('of authorities is the own', async () => {
    const of = async (who: keyof typeof people) =>
      (await db.portal.read(people[who], (tx) => tx.select().from(portalAuthorities))).map(
        (row) => row.upToMinor,
      )
    expect(await of('grace')).toEqual([25_000_000n])
    expect(await of('daniel')).toEqual([2_000_000n])
    expect(await of('lena')).toEqual([])
  })

  test('of submissions is every version that was put before the own side, and no draft', async () => {
    const rows = await db.portal.read(people.grace, (tx) => tx.select().from(portalSubmissions))
    expect(
      rows.map((row) => `${row.deliverableCode} v${row.version} ${row.outcome ?? 'waiting'}`).sort(),
    ).toEqual(['D0 v1 accepted', 'D1 v1 accepted', 'D2 v1 rejected', 'D2 v2 waiting'])
  })

  test('of publications is what was published, the whole plan for an internal customer alone', async () => {
    const tasksOf = async (who: keyof typeof people) =>
      (await db.portal.read(people[who], (tx) => tx.select().from(portalPublications))).map(
        ({ projection }) => (projection as { tasks: unknown[] | null }).tasks?.length ?? null,
      )
    expect(await tasksOf('grace')).toEqual([null, null, null])
    expect(await tasksOf('katrin')).toEqual([null])
    expect(await tasksOf('samuel')).toEqual([8])
  })

  test('of money is the schedule and the invoices', async () => {
    const [schedule, invoices] = await db.portal.read(people.grace, async (tx) => [
      await tx.select().from(portalPaymentSchedule).orderBy(portalPaymentSchedule.position),
      await tx.select().from(portalInvoices).orderBy(portalInvoices.number),
    ])
    expect(schedule.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'Mobilisation: paid',
      'Survey accepted: invoiced',
      'Design accepted: not-yet',
      'Pilot accepted: not-yet',
      'Migration complete: not-yet',
      'Final acceptance: not-yet',
    ])
    expect(invoices.map(({ grossMinor, paidMinor }) => [grossMinor, paidMinor])).toEqual([
      [5_712_000n, 5_712_000n],
      [8_568_000n, 0n],
    ])
  })

  test('of a milestone that is released and not billed yet, is that it is billable', async () => {
    const rows = await db.portal.read(people.katrin, (tx) =>
      tx.select().from(portalPaymentSchedule).orderBy(portalPaymentSchedule.position),
    )
    expect(rows.map(({ state }) => state)).toEqual(['billable', 'billable', 'not-yet'])
  })

  test('has no column of cost, rate, margin, hours, notes or plan', async () => {
    const columns = await db.admin<{ name: string }[]>`
      select attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'portal'::regnamespace and a.attnum > 0`
    expect(
      columns
        .map(({ name }) => name)
        .filter((name) => /cost|rate$|margin|minutes|hour|note|float/.test(name)),
    ).toEqual([])
  })

  test('ends at once for a contact who is made inactive, or leaves the customer', async () => {
    const count = async () =>
      (await db.portal.read(people.daniel, (tx) => tx.select().from(portalProjects))).length
    expect(await count()).toBe(1)
    const [lindau] = await db.admin<
      { id: string }[]
    >`select customer_id as id from projects where code = 'SL-2602'`
    await db.admin`update contacts set customer_id = ${lindau!.id} where id = ${people.daniel.contactId}`
    expect(await count()).toBe(0)
    await db.admin`update contacts set customer_id = ${people.grace.customerId} where id = ${people.daniel.contactId}`
    await db.admin`update contacts set is_active = false where id = ${people.daniel.contactId}`
    expect(await count()).toBe(0)
  })
})
