import type { StaffActor } from '@countersign/db/connect'
import { addDays, addMonths, localDateIn } from '@countersign/domain/calendar-day'
import { lastDayOf, monthOf } from '@countersign/domain/month'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { closeMonth } from './close-month'
import { correctTime } from './correct-time'
import { monthReport } from './month-report'
import { recognisedTo } from './recognised-to'
import { recordPayment } from './record-payment'
import { reopenMonth } from './reopen-month'

let db: StoryDatabase
let priya: StaffActor
const today = localDateIn('Europe/Berlin', new Date())
const running = monthOf(today)
/** The last month that is over, and the one before. */
const month = addMonths(running, -1)
beforeAll(async () => {
  db = await storyDatabase('close month')
  priya = await db.staff('priya')
  // What the story closed is opened, so that the test closes months of its own.
  await openAll()
  // And what was forecast of the month is forgotten, so that closing it has something to keep.
  await db.admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`delete from cost_forecasts where month_on = ${month}`
    await tx`delete from line_forecasts where month_on >= ${month}`
  })
})
afterAll(() => db.close())

async function openAll() {
  for (;;) {
    const [last] = await db.admin<{ month: string }[]>`select max(month_on)::text as month from closed_months`
    if (!last?.month) return
    const reopened = await db.console.write(priya, (tx) =>
      reopenMonth(tx, { monthOn: last.month, reason: 'For the test', by: priya, now: new Date() }),
    )
    expect(reopened).toMatchObject({ ok: true })
  }
}

const closes = (monthOn: string, on = today) =>
  db.console.write(priya, (tx) => closeMonth(tx, { monthOn, today: on, by: priya, now: new Date() }))
const reopens = (monthOn: string, reason = 'An invoice was missing') =>
  db.console.write(priya, (tx) => reopenMonth(tx, { monthOn, reason, by: priya, now: new Date() }))

/** Whoever is not the author approves all hours and expenses: what a closing wants. */
async function approveEverything() {
  await db.admin`
    update time_entries t set submitted_at = coalesce(submitted_at, now()), approved_at = now(), approved_by = (
      select s.id from staff s where s.role = 'finance' and s.id <> t.staff_id limit 1)
    where approved_at is null`
  await db.admin`
    update expenses e set submitted_at = coalesce(submitted_at, now()), approved_at = now(), approved_by = (
      select s.id from staff s where s.role = 'finance' and s.id <> e.staff_id limit 1)
    where approved_at is null and cost_minor is not null`
}

const broken = (statement: PromiseLike<unknown>) =>
  Promise.resolve(statement).then(
    () => null,
    (error: { constraint_name?: string }) => error.constraint_name,
  )

describe('closing a month', () => {
  test('waits until it is over', async () => {
    expect(await closes(running)).toEqual({ ok: false, why: 'not-over' })
    expect(await closes(month, lastDayOf(month))).toEqual({ ok: false, why: 'not-over' })
  })

  test('is refused while somebody’s hours are not approved, and leaves nothing', async () => {
    const [unapproved] = await db.admin<{ count: number }[]>`
      select count(*)::int from time_entries where approved_at is null and booked_on <= ${lastDayOf(month)}`
    expect(unapproved!.count).toBeGreaterThan(0)
    expect(await closes(month)).toEqual({ ok: false, why: 'not-ready' })
    expect(await db.admin`select from closed_months`).toHaveLength(0)
  })

  test('keeps a report of each project and a journal that says the same', async () => {
    await approveEverything()
    const closed = await closes(month)
    if (!closed.ok) return expect.unreachable(closed.why)
    expect(closed.entries).toBeGreaterThan(0)
    const [differs] = await db.admin<{ count: number }[]>`
      select count(*)::int from month_reports r
      where r.closing_id = ${closed.closingId} and ((r.figures -> 'toDate' ->> 'recognisedMinor')::bigint
          - (r.figures -> 'toDate' ->> 'invoicedMinor')::bigint
          <> (r.figures -> 'balance' ->> 'unbilledMinor')::bigint - (r.figures -> 'balance' ->> 'deferredMinor')::bigint
        or (r.figures -> 'period' ->> 'labourMinor')::bigint <> coalesce((select sum(signed_minor) from journal_entries j
          where j.closing_id = r.closing_id and j.project_id = r.project_id and j.kind = 'labour'), 0)
        or (r.figures -> 'period' ->> 'recognisedMinor')::bigint <> coalesce((select sum(signed_minor) from journal_entries j
          where j.closing_id = r.closing_id and j.project_id = r.project_id and j.kind = 'revenue'), 0))`
    expect(differs!.count).toBe(0)
    const [sums] = await db.admin<{ kept: string; journal: string }[]>`
      select (select sum(labour_minor) from task_month_costs where month_on <= ${month})::text as kept,
        (select sum(signed_minor) from journal_entries where kind = 'labour')::text as journal`
    expect(sums!.journal).toBe(sums!.kept)
  })

  test('keeps what was forecast of the month, where nobody had kept it', async () => {
    const [left] = await db.admin<{ budgets: number; lines: number; kept: number }[]>`
      select (select count(*) from budgets b join budget_reviews r on r.budget_id = b.id and r.act = 'approved'
          where not exists (select from cost_forecasts f where f.project_id = b.project_id and f.month_on = ${month}))::int
          as budgets,
        (select count(*) from contract_lines l where l.kind = 'fixed-price' and l.recognition <> 'straight-line'
          and l.recognition <> 'as-worked' and not exists (
            select from line_forecasts f where f.contract_line_id = l.id and f.month_on = ${month}))::int as lines,
        (select count(*) from cost_forecasts where note = '')::int as kept`
    expect(left).toMatchObject({ budgets: 0, lines: 0 })
    expect(left!.kept).toBeGreaterThan(0)
    const late = db.admin`insert into cost_forecasts (project_id, month_on, currency, original_minor, budget_minor,
        committed_minor, actual_minor, eac_minor, standard_actual_minor, standard_eac_minor, note, kept_by)
      select project_id, month_on, currency, 1, 1, 1, 1, 1, 1, 1, 'Late', kept_by from cost_forecasts
      where month_on = ${month} limit 1`
    expect(await broken(late)).toBe('month_is_open')
  })

  test('has a past month reckoned from what was thought then, and this one from what is thought now', async () => {
    const projectId = await db.idOf.project('NW-2604')
    const earned = async (on: string) => {
      const lines = await db.console.read(priya, (tx) => recognisedTo(tx, { on, projectIds: [projectId] }))
      return lines.find(({ method }) => method === 'by-hours')!.recognisedMinor
    }
    const before = { then: await earned(lastDayOf(month)), now: await earned(today) }
    expect(before.now).toBeGreaterThan(0n)
    const more = (minutes: number) => db.admin`
      update task_assignments set planned_minutes = planned_minutes + ${minutes} where project_id = ${projectId}`
    await more(60_000)
    expect(await earned(lastDayOf(month))).toBe(before.then)
    expect(await earned(today)).toBeLessThan(before.now)
    await more(-60_000)
    expect(await earned(today)).toBe(before.now)
  })

  test('sums to date what the entries sum to', async () => {
    const [differs] = await db.admin<{ count: number }[]>`
      select count(*)::int from month_reports r join closed_months m on m.closing_id = r.closing_id
      cross join lateral (
        select coalesce((select sum(i.net_minor) from invoices i where i.project_id = r.project_id
            and i.issued_on <= ${lastDayOf(month)}), 0) as invoiced,
          coalesce((select sum(p.amount_minor) from invoice_payments p where p.project_id = r.project_id
            and p.received_on <= ${lastDayOf(month)}), 0) as paid,
          coalesce((select sum(t.cost_minor) from time_entries t where t.project_id = r.project_id
            and t.booked_on <= ${lastDayOf(month)}), 0) as labour,
          coalesce((select sum(t.minutes) from time_entries t where t.project_id = r.project_id
            and t.booked_on <= ${lastDayOf(month)}), 0) as minutes,
          coalesce((select sum(e.cost_minor) from expenses e where e.project_id = r.project_id
            and e.booked_on <= ${lastDayOf(month)}), 0) as expenses
      ) s
      where (s.invoiced, s.paid, s.labour, s.minutes, s.expenses) is distinct from (
        (r.figures -> 'toDate' ->> 'invoicedMinor')::numeric, (r.figures -> 'toDate' ->> 'paidMinor')::numeric,
        (r.figures -> 'toDate' ->> 'labourMinor')::numeric, (r.figures -> 'toDate' ->> 'minutes')::numeric,
        (r.figures -> 'toDate' ->> 'expenseMinor')::numeric)`
    expect(differs!.count).toBe(0)
  })

  test('after another closed month comes to the same to date as both closed together', async () => {
    const toDate = () =>
      db.admin<{ project: string; sums: unknown; balance: unknown }[]>`
        select r.project_id as project, r.figures -> 'toDate' as sums, r.figures -> 'balance' as balance
        from month_reports r join closed_months m on m.closing_id = r.closing_id where r.month_on = ${month} order by 1`
    const together = [...(await toDate())]
    expect(await reopens(month)).toMatchObject({ ok: true })
    for (const monthOn of [addMonths(month, -1), month])
      expect(await closes(monthOn)).toMatchObject({ ok: true })
    expect([...(await toDate())]).toEqual(together)
    for (const monthOn of [month, addMonths(month, -1)])
      expect(await reopens(monthOn)).toMatchObject({ ok: true })
    expect(await closes(month)).toMatchObject({ ok: true })
  })

  test('is done once, and in order', async () => {
    expect(await closes(month)).toEqual({ ok: false, why: 'closed-already' })
    expect(await closes(addMonths(month, -3))).toEqual({ ok: false, why: 'closed-already' })
    expect(await closes(addMonths(month, 2), addMonths(today, 5))).toEqual({ ok: false, why: 'not-next' })
  })

  test('by two at once happens once', async () => {
    await reopens(month)
    const part = {
      db: db.console,
      as: priya,
      does: (tx: Parameters<typeof closeMonth>[0]) =>
        closeMonth(tx, { monthOn: month, today, by: priya, now: new Date() }),
    }
    const [first, second] = await atOnce(db.admin, part, part)
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual({ ok: false, why: 'closed-already' })
  })
})

describe('a closed month', () => {
  test('takes no hours, expenses, invoices, payments or rates, and lets none go', async () => {
    const day = lastDayOf(month)
    const tries = {
      hours: db.admin`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
        select project_id, id, (select id from staff where email like 'aiko@%'), 'developer', ${day}, ${day}, 60
        from tasks limit 1`,
      invoice: db.admin`insert into invoices (project_id, customer_id, series, sequence, number, issued_on, due_on, currency, net_minor,
        tax_minor, gross_minor, issued_by) select id, customer_id, 'X', 1, 'X-1', ${day}, ${day}, 'EUR', 5, 0, 5,
        ${priya.staffId} from projects limit 1`,
      rate: db.admin`insert into cost_rates (job_role, currency, hour_minor, from_on, to_on, recorded_by)
        values ('porter', 'EUR', 100, ${day}, ${day}, ${priya.staffId})`,
      'rate of exchange': db.admin`insert into exchange_rates (from_currency, to_currency, from_on, rate, recorded_by)
        values ('USD', 'SEK', ${day}, 10, ${priya.staffId})`,
    }
    for (const [what, statement] of Object.entries(tries))
      expect([what, await broken(statement)]).toEqual([what, 'month_is_open'])
    // Hours that were approved are not changed in an open month either, and no bill holds these.
    const approved = db.admin`select id from time_entries e where booked_on <= ${day}
      and not exists (select from invoice_line_entries l where l.time_entry_id = e.id) limit 1`
    expect(await broken(db.admin`delete from time_entries where id = (${approved})`)).toBe('time_is_open')
    expect(
      await broken(
        db.admin`update time_entries set approved_at = null, approved_by = null where id = (${approved})`,
      ),
    ).toBe('month_is_open')
  })

  test('says so to whoever records a payment in it', async () => {
    const invoiceId = await db.idOf.invoice('HT-2601', 'Survey accepted')
    const [invoice] = await db.admin<{ issued: string; gross: string }[]>`
      select issued_on::text as issued, gross_minor::text as gross from invoices where id = ${invoiceId}`
    if (invoice!.issued > lastDayOf(month)) return
    const paid = await db.tried(priya, (tx) =>
      recordPayment(tx, {
        invoiceId,
        amountMinor: 1n,
        receivedOn: lastDayOf(month),
        reference: '',
        by: priya,
      }),
    )
    expect(paid).toEqual({ ok: false, why: 'month-closed' })
  })

  test('has a rate that ends later, and none that is another', async () => {
    const [rate] = await db.admin<{ id: string }[]>`
      select id from cost_rates where from_on <= ${lastDayOf(month)} and to_on is null limit 1`
    expect(
      await broken(db.admin`update cost_rates set hour_minor = hour_minor + 1 where id = ${rate!.id}`),
    ).toBe('month_is_open')
    expect(await broken(db.admin`delete from cost_rates where id = ${rate!.id}`)).toBe('month_is_open')
    await db.admin.begin(async (tx) => {
      await tx`update cost_rates set to_on = ${today} where id = ${rate!.id}`
      await tx`update cost_rates set to_on = null where id = ${rate!.id}`
    })
  })

  test('waits for whoever is booking in it', async () => {
    await reopens(month)
    const books = {
      db: db.console,
      as: priya,
      does: async (tx: Parameters<typeof closeMonth>[0]) =>
        recordPayment(tx, {
          invoiceId: await db.idOf.invoice('HT-2601', 'Survey accepted'),
          amountMinor: 1n,
          receivedOn: today,
          reference: 'race',
          by: priya,
        }),
    }
    const shuts = {
      db: db.console,
      as: priya,
      does: (tx: Parameters<typeof closeMonth>[0]) =>
        closeMonth(tx, { monthOn: month, today, by: priya, now: new Date() }),
    }
    // No month is closed, so that every booking is waited for, whatever its month.
    const [paid, closed] = await atOnce(db.admin, books, shuts)
    expect([paid, closed]).toMatchObject([{ ok: true }, { ok: true }])
  })
})

describe('the report of a closed month', () => {
  test('is the same bytes next year, whatever changed since', async () => {
    const [closing] = await db.admin<{ id: string; sha256: string }[]>`
      select c.id, c.report_sha256 as sha256 from month_closings c join closed_months m on m.closing_id = c.id`
    const reads = () => db.console.read(priya, (tx) => monthReport(tx, closing!.id))
    const before = await reads()
    expect(createHash('sha256').update(before!).digest('hex')).toBe(closing!.sha256)
    await db.admin`update projects set name = name || ' (renamed)', code = 'Z' || code`
    await db.admin`update customers set name = name || ' AG'`
    await db.admin`
      insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      select project_id, id, (select id from staff where email like 'aiko@%'), 'developer', ${today}, ${today}, 1
      from tasks where not is_summary limit 1`
    const [entry] = await db.admin<{ id: string }[]>`
      select id from time_entries where booked_on <= ${lastDayOf(month)} and staff_id <> ${priya.staffId} limit 1`
    const corrected = await db.console.write(priya, (tx) =>
      correctTime(tx, {
        timeEntryId: entry!.id,
        right: null,
        reason: 'Twice',
        today,
        by: priya,
        now: new Date(),
      }),
    )
    expect(corrected).toEqual({ ok: true })
    await reopens(month)
    await closes(month)
    expect(await reads()).toBe(before)
    await db.admin`update projects set code = substr(code, 2)`
  })
})

describe('opening a month again', () => {
  test('wants a reason, and the last closed month', async () => {
    expect(await reopens(month, '  ')).toEqual({ ok: false, why: 'no-reason' })
    expect(await reopens(addMonths(month, -1))).toEqual({ ok: false, why: 'later-month-closed' })
    expect(await reopens(running)).toEqual({ ok: false, why: 'not-closed' })
  })

  test('enters the ledger of each project with a report, and takes back the journal', async () => {
    const [reports] = await db.admin<{ count: number }[]>`
      select count(*)::int from month_reports r join closed_months m on m.closing_id = r.closing_id`
    const entered = () =>
      db.admin<{ count: number }[]>`select count(*)::int from ledger_entries where kind = 'month-reopened'`
    const [before] = await entered()
    expect(await reopens(month)).toMatchObject({ ok: true })
    const [after] = await entered()
    expect(after!.count - before!.count).toBe(reports!.count)
    const [last] = await db.admin<{ entry: string }[]>`
      select entry from ledger_entries where kind = 'month-reopened' order by entered_at desc limit 1`
    const body = (JSON.parse(last!.entry) as { body: Record<string, unknown> }).body
    expect(body).toMatchObject({
      month: month.slice(0, 7),
      reopenedBy: priya.staffId,
      reason: { commitment: expect.any(String) },
    })
    expect(last!.entry).not.toContain('An invoice was missing')
    const [journal] = await db.admin<{ left: number }[]>`
      select count(*)::int as left from (
        select project_id, kind, source_id, sum(signed_minor) from journal_entries group by 1, 2, 3 having sum(signed_minor) <> 0) l`
    expect(journal!.left).toBe(0)
  })

  test('lets the month be closed anew with entries of their own', async () => {
    expect(await closes(month)).toMatchObject({ ok: true })
    const ids = await db.admin<{ id: string }[]>`
      select external_id as id from journal_entries where reverses is null order by 1`
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length)
    expect(await closes(addMonths(month, 1), addDays(running, 40))).toMatchObject({
      ok: false,
      why: 'not-ready',
    })
  })
})
