import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import { addDays, addMonths, localDateIn } from '@countersign/domain/calendar-day'
import { monthOf } from '@countersign/domain/month'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { billableItems } from './billable-items'
import { closeMonth } from './close-month'
import { creditableLines, creditInvoice } from './credit-invoice'
import { draftInvoice } from './draft-invoice'
import { issueDraft } from './issue-draft'
import { recordPayment } from './record-payment'
import { reopenMonth } from './reopen-month'

const now = new Date()
const running = monthOf(localDateIn('Europe/Berlin', now))
/** What they close is over on the day on which they work: half a year on. */
const month = addMonths(running, 5)
const inMonth = addDays(month, 9)
const today = addMonths(month, 1)
const rounds = 8

let db: StoryDatabase
let people: StaffActor[]
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('two finance people')
  const priya = await db.staff('priya')
  await db.admin`
    insert into staff (name, email, role, job_role, locale, time_zone)
    select 'Nils Berg', 'nils@halden.example', role, job_role, locale, time_zone from staff where id = ${priya.staffId}`
  people = [priya, await db.staff('nils@halden.example')]
  projectId = await db.idOf.project('NW-2604')
  await db.admin`update customer_orders set valid_until = null, value_minor = value_minor * 100`
  await db.admin`
    update time_entries t set submitted_at = coalesce(submitted_at, now()), approved_at = now(), approved_by = (
      select s.id from staff s where s.role = 'finance' and s.id <> t.staff_id limit 1)
    where approved_at is null`
  await db.admin`
    update expenses e set submitted_at = coalesce(submitted_at, now()), approved_at = now(), approved_by = (
      select s.id from staff s where s.role = 'finance' and s.id <> e.staff_id limit 1)
    where approved_at is null and cost_minor is not null`
  for (let each = addMonths(month, -7); each < month; each = addMonths(each, 1)) {
    await write(priya, (tx) => closeMonth(tx, { monthOn: each, today, by: priya, now }))
  }
})
afterAll(() => db.close())

const write = <T>(by: StaffActor, work: (tx: Tx) => Promise<T>) => db.console.write(by, work)

/** A draft of what the other one billed meanwhile is thrown away, or it would be in the way for ever. */
async function issueOrDiscard(tx: Tx, draftId: string, issuedOn: string, by: StaffActor) {
  const issued = await issueDraft(tx, { draftId, issuedOn, by })
  if (!issued.ok && issued.why === 'already-invoiced')
    await tx.delete(invoiceDrafts).where(eq(invoiceDrafts.id, draftId))
  return issued
}

describe('two finance people who issue, pay, credit and close at once', () => {
  test('leave no double number and no gap, lose no payment, and a closed month holds all that was booked in it', async () => {
    expect(await db.admin`select max(month_on)::text as m from closed_months`).toEqual([
      { m: addMonths(month, -1) },
    ])
    const open = await db.admin<{ id: string; openMinor: string }[]>`
      select s.invoice_id as id, s.open_minor::text as "openMinor" from app.invoice_states s where s.open_minor > 1000`
    expect(open.length).toBeGreaterThan(1)
    const [before] = await db.admin<
      { paid: string }[]
    >`select sum(amount_minor)::text as paid from invoice_payments`

    const acts = {
      issued: [] as string[],
      credited: [] as string[],
      paid: 0n,
      closed: 0,
      refused: new Map<string, number>(),
    }
    const note = (result: { ok: boolean; why?: string }) => {
      if (!result.ok) acts.refused.set(result.why!, (acts.refused.get(result.why!) ?? 0) + 1)
      return result.ok
    }
    const bill = async (by: StaffActor, round: number) => {
      const issuedOn = round % 2 ? today : inMonth
      const result = await write(by, async (tx) => {
        // What could not be issued in the last round stands in a draft still: whoever is first takes it.
        const [waiting] = await tx.select({ id: invoiceDrafts.id }).from(invoiceDrafts).limit(1)
        if (waiting) return issueOrDiscard(tx, waiting.id, issuedOn, by)
        const items = await billableItems(tx, { projectIds: [projectId], today: issuedOn })
        const chosen = items.find((item) => item.amountMinor > 0n && item.source !== 'deposit-set-off')
        if (!chosen) return { ok: false as const, why: 'nothing-to-bill' }
        const drafted = await draftInvoice(tx, { projectId, keys: [chosen.key], today: issuedOn, by })
        return drafted.ok ? issueOrDiscard(tx, drafted.draftId, issuedOn, by) : drafted
      })
      if (note(result) && result.ok) acts.issued.push(result.number)
      return result.ok ? result.invoiceId : null
    }
    const credit = async (by: StaffActor, invoiceId: string, round: number) => {
      const result = await write(by, async (tx) => {
        const lines = await creditableLines(tx, invoiceId)
        const credits = lines.map((line) => ({ lineId: line.id, amountMinor: line.amountMinor }))
        const issuedOn = round % 2 ? today : inMonth
        return creditInvoice(tx, { invoiceId, credits, reason: 'Once more', issuedOn, by })
      })
      if (note(result) && result.ok) acts.credited.push(result.number)
    }
    const pay = async (by: StaffActor, invoiceId: string, amountMinor: bigint, round: number) => {
      const receivedOn = round % 2 ? inMonth : today
      const result = await write(by, (tx) =>
        recordPayment(tx, { invoiceId, amountMinor, receivedOn, reference: '', by }),
      )
      if (note(result)) acts.paid += amountMinor
    }
    const close = async (by: StaffActor) => {
      const result = await write(by, (tx) => closeMonth(tx, { monthOn: month, today, by, now }))
      if (note(result)) acts.closed += 1
    }
    const reopen = async (by: StaffActor) =>
      note(await write(by, (tx) => reopenMonth(tx, { monthOn: month, reason: 'One more invoice', by, now })))

    for (let round = 0; round < rounds; round += 1) {
      // Each wants two thirds of what an invoice still asks for: only one of them can have it.
      const [target] = await db.admin<{ id: string; open: string }[]>`
        select invoice_id as id, open_minor::text as open from app.invoice_states where open_minor > 2 order by 2 desc limit 1`
      await Promise.all(
        people.flatMap((by, index) => [
          // One of them closes after an invoice, the other after a payment: each in the middle of what the other does.
          bill(by, round).then(async (invoiceId) => {
            if (invoiceId) await credit(by, invoiceId, round)
            if (index === 1) await close(by)
          }),
          pay(by, target!.id, (BigInt(target!.open) * 2n) / 3n, round),
          pay(by, open[round % open.length]!.id, 1n, round + index).then(() =>
            index === 0 ? close(by) : undefined,
          ),
        ]),
      )
      if (round < rounds - 1) await reopen(people[round % 2]!)
    }

    const numbers = await db.admin<{ series: string; gaps: number; doubles: number }[]>`
      select series, max(sequence) - count(*)::int as gaps, count(*)::int - count(distinct number)::int as doubles
      from invoices group by series`
    for (const { gaps, doubles } of numbers) expect({ gaps, doubles }).toEqual({ gaps: 0, doubles: 0 })
    const kept = await db.admin<{ number: string }[]>`select number from invoices where issued_on >= ${month}`
    expect(kept.map(({ number }) => number).sort()).toEqual([...acts.issued, ...acts.credited].sort())
    const [after] = await db.admin<
      { paid: string }[]
    >`select sum(amount_minor)::text as paid from invoice_payments`
    expect(BigInt(after!.paid) - BigInt(before!.paid)).toBe(acts.paid)
    expect(
      await db.admin`select from app.invoice_states where credited_minor = 0 and open_minor < 0`,
    ).toHaveLength(0)

    // What is booked in the closed month is in its journal, each once: nothing slipped in beside the closing.
    const [differs] = await db.admin<{ hasBooked: boolean; missing: number; foreign: number }[]>`
      with booked as (
        select id from invoices where date_trunc('month', issued_on) = ${month}::date
        union all select id from invoice_payments where date_trunc('month', received_on) = ${month}::date
      ), journal as (
        select distinct j.source_id from journal_entries j join closed_months c on c.closing_id = j.closing_id
        where c.month_on = ${month}::date and j.kind in ('invoice', 'payment')
      )
      select (select count(*) from booked) > 0 as "hasBooked",
        (select count(*)::int from booked where id not in (select source_id from journal)) as missing,
        (select count(*)::int from journal where source_id not in (select id from booked)) as foreign`
    expect(differs).toEqual({ hasBooked: true, missing: 0, foreign: 0 })
    expect(acts.closed).toBe(rounds)
    // How many come before the closing is chance; in every second round they bill in the month behind it, which is open.
    expect(acts.issued.length).toBeGreaterThan(0)
    expect(acts.credited.length).toBeGreaterThan(0)
    expect([...acts.refused.keys()].filter((why) => !refusals.includes(why))).toEqual([])
  }, 120_000)
})

/** What a person reads who came second, in a sentence: no other error, and none that says "try again" by accident. */
const refusals = [
  'nothing-to-bill',
  'no-such-draft',
  'already-invoiced',
  'not-billable',
  'in-another-draft',
  'changed-meanwhile',
  'credited-meanwhile',
  'paid-meanwhile',
  'above-open',
  'above-line',
  'month-closed',
  'closed-already',
]
