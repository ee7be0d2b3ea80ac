import { addMonths, localDateIn } from '@countersign/domain/calendar-day'
import { monthOf } from '@countersign/domain/month'
import { billableItems } from '@countersign/operations/billable-items'
import { closeMonth } from '@countersign/operations/close-month'
import { correctTime } from '@countersign/operations/correct-time'
import { creditableLines, creditInvoice } from '@countersign/operations/credit-invoice'
import { draftInvoice } from '@countersign/operations/draft-invoice'
import { issueDraft } from '@countersign/operations/issue-draft'
import { issueInvoice } from '@countersign/operations/issue-invoice'
import { recordPayment } from '@countersign/operations/record-payment'
import { reopenMonth } from '@countersign/operations/reopen-month'
import { writeOffInvoice } from '@countersign/operations/write-off-invoice'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type StaffActor, type Tx } from '../../src/connect'
import { contents } from '../harness/nothing-written'
import { stoppedAt } from '../harness/stopped-at'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
let priya: StaffActor
let closed: string
let next: string
const now = new Date()
const today = localDateIn('Europe/Berlin', now)
beforeAll(async () => {
  db = await storyDatabase('killed')
  priya = await db.staff('priya')
  const [row] = await db.admin<{ month: string }[]>`select max(month_on)::text as month from closed_months`
  closed = row!.month
  next = addMonths(closed, 1)
  await db.admin`
    update time_entries t set submitted_at = coalesce(submitted_at, now()), approved_at = now(), approved_by = ${priya.staffId}
    where approved_at is null`
  await db.admin`
    update expenses set submitted_at = coalesce(submitted_at, now()), approved_at = now(), approved_by = ${priya.staffId}
    where approved_at is null and cost_minor is not null`
})
afterAll(() => db.close())

type Act = { what: string; does: (tx: Tx) => Promise<{ ok: boolean }> }

/** Kills the connection before each statement in turn, until the act comes to its end; gives how many there were. */
async function killedBeforeEach({ does }: Act): Promise<number> {
  const before = await contents(db.admin)
  for (let nth = 1; ; nth += 1) {
    const login = connect(db.urls.console, { max: 1 })
    const stopped = signal()
    const undo = new Error('it came to its end')
    const written = login.write(priya, async (tx) => {
      const result = await does(stoppedAt(tx, nth, stopped.give))
      expect(result).toMatchObject({ ok: true })
      throw undo
    })
    const outcome = written.then(
      () => 'committed',
      (error: unknown) => error,
    )
    const first = await Promise.race([stopped.given.then(() => 'stopped'), outcome])
    if (first === 'stopped') {
      await killWhenQuiet()
      expect(await outcome).toBeInstanceOf(Error)
    }
    await login.close().catch(() => undefined)
    expect(await contents(db.admin)).toEqual(before)
    if (first !== 'stopped') {
      expect(first).toBe(undo)
      return nth - 1
    }
  }
}

/**
 * Ends the connection when everything that was sent is answered: postgres.js 3.4.9 ends the process when it writes to a
 * connection that is gone (porsager/postgres#1208).
 */
async function killWhenQuiet() {
  let seen = ''
  for (;;) {
    const rows = await db.admin<{ pid: number; since: string }[]>`
      select pid, state_change::text as since from pg_stat_activity
      where datname = current_database() and usename = 'console_app' and state = 'idle in transaction'`
    const now = rows.map(({ pid, since }) => `${pid} ${since}`).join()
    if (now !== '' && now === seen) {
      await db.admin`select pg_terminate_backend(${rows[0]!.pid})`
      return
    }
    seen = now
    await pause(15)
  }
}

describe('a process that is killed between two statements leaves nothing half-done', () => {
  test('of a closing', async () => {
    // A later month can be closed only when it is over: the story's next one has been for weeks.
    expect(next < monthOf(today)).toBe(true)
    const act = {
      what: 'closing',
      does: (tx: Tx) => closeMonth(tx, { monthOn: next, today, by: priya, now }),
    }
    expect(await killedBeforeEach(act)).toBeGreaterThan(8)
  }, 180_000)

  test('of an opening', async () => {
    const does = (tx: Tx) => reopenMonth(tx, { monthOn: closed, reason: 'A test', by: priya, now })
    expect(await killedBeforeEach({ what: 'opening', does })).toBeGreaterThan(3)
  }, 60_000)

  test('of an invoice', async () => {
    const milestone = await db.idOf.milestone('SL-2602', 'Auftrag')
    const does = (tx: Tx) =>
      issueInvoice(tx, { billingMilestoneIds: [milestone], issuedOn: today, by: priya })
    expect(await killedBeforeEach({ what: 'invoice', does })).toBeGreaterThan(3)
  }, 60_000)

  test('of a draft that becomes an invoice with what came in before', async () => {
    const projectId = await db.idOf.project('NW-2604')
    const draftId = await db.console.write(priya, async (tx) => {
      const items = await billableItems(tx, { projectIds: [projectId], today })
      const keys = items.filter(({ source }) => source === 'time').map(({ key }) => key)
      const drafted = await draftInvoice(tx, { projectId, keys: keys.slice(0, 1), today, by: priya })
      if (!drafted.ok) throw new Error(drafted.why)
      return drafted.draftId
    })
    await db.admin`update invoice_drafts set content = content || '{"prepaidMinor":"100"}' where id = ${draftId}`
    const does = (tx: Tx) => issueDraft(tx, { draftId, issuedOn: today, by: priya })
    expect(await killedBeforeEach({ what: 'issue', does })).toBeGreaterThan(8)
  }, 60_000)

  test('of a credit note that frees hours', async () => {
    const [billed] = await db.admin<{ id: string }[]>`
      select l.invoice_id as id from invoice_lines l join invoices i on i.id = l.invoice_id
      where l.source = 'time' and i.kind = 'invoice' limit 1`
    const does = async (tx: Tx) => {
      const lines = await creditableLines(tx, billed!.id)
      const credits = lines.map((line) => ({ lineId: line.id, amountMinor: line.amountMinor }))
      return creditInvoice(tx, {
        invoiceId: billed!.id,
        credits,
        reason: 'A test',
        issuedOn: today,
        by: priya,
      })
    }
    expect(await killedBeforeEach({ what: 'credit', does })).toBeGreaterThan(8)
  }, 60_000)

  test('of a write-off', async () => {
    const invoiceId = await db.idOf.invoice('HT-2601', 'Survey accepted')
    const loss = { invoiceId, amountMinor: 100n, writtenOffOn: today, reason: 'Insolvent', by: priya }
    expect(
      await killedBeforeEach({ what: 'write-off', does: (tx) => writeOffInvoice(tx, loss) }),
    ).toBeGreaterThan(1)
  }, 60_000)

  test('of a payment', async () => {
    const invoiceId = await db.idOf.invoice('HT-2601', 'Survey accepted')
    const payment = { invoiceId, amountMinor: 100n, receivedOn: today, reference: '', by: priya }
    expect(
      await killedBeforeEach({ what: 'payment', does: (tx) => recordPayment(tx, payment) }),
    ).toBeGreaterThan(1)
  }, 60_000)

  test('of a correction', async () => {
    const [entry] = await db.admin<{ id: string; taskId: string }[]>`
      select id, task_id as "taskId" from time_entries where booked_on <= app.last_closed_day() limit 1`
    const right = { taskId: entry!.taskId, minutes: 30, kind: 'non-billable' as const }
    const correction = { timeEntryId: entry!.id, right, reason: 'Half of it', today, by: priya, now }
    expect(
      await killedBeforeEach({ what: 'correction', does: (tx) => correctTime(tx, correction) }),
    ).toBeGreaterThan(3)
  }, 60_000)
})

function signal() {
  let give!: () => void
  const given = new Promise<void>((settle) => (give = settle))
  return { give, given }
}
