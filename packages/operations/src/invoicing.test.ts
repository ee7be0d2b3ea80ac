import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceDrafts, invoiceLines, invoices, unbilledTime } from '@countersign/db/tables/billing'
import { invoiceStates } from '@countersign/db/views/invoices'
import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { draftFromJson } from '@countersign/domain/invoicing/invoice-draft'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { billableItems } from './billable-items'
import { billedEntries, creditableLines, creditInvoice } from './credit-invoice'
import { draftInvoice } from './draft-invoice'
import { pauseDunning, resumeDunning } from './dunning-pause'
import { editDraft } from './edit-draft'
import { discardDraft, issueDraft } from './issue-draft'
import { recordPayment } from './record-payment'
import { reviewDraft } from './review-draft'
import { writeOffInvoice } from './write-off-invoice'

const now = new Date()
// Late enough for a period of the retainer to have ended since the story's last invoice; the order is valid still.
const today = addDays(localDateIn('Europe/Berlin', now), 40)
let db: StoryDatabase
let priya: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('invoicing')
  priya = await db.staff('priya')
  projectId = await db.idOf.project('NW-2604')
})
afterAll(() => db.close())

const itemsOf = (tx: Tx) => billableItems(tx, { projectIds: [projectId], today })
const draft = (tx: Tx, keys: string[]) => draftInvoice(tx, { projectId, keys, today, by: priya })
const issue = (tx: Tx, draftId: string) => issueDraft(tx, { draftId, issuedOn: today, by: priya })

async function drafted(tx: Tx, source: string) {
  const items = await itemsOf(tx)
  const key = items.find((item) => item.source === source)!.key
  const result = await draft(tx, [key])
  if (!result.ok) throw new Error(result.why)
  return { draftId: result.draftId, key }
}

async function issued(tx: Tx, source: string) {
  const { draftId, key } = await drafted(tx, source)
  const result = await issue(tx, draftId)
  if (!result.ok) throw new Error(result.why)
  return { invoiceId: result.invoiceId, key, draftId }
}

const edit = (draftId: string, count: number) => ({
  draftId,
  descriptions: Array.from({ length: count }, (_, index) => `Line ${index + 1}`),
  taxCategory: 'S' as const,
  exemptionReason: '',
  periodFromOn: null,
  periodToOn: null,
  prepaidMinor: 0n,
  by: priya,
  now,
})

describe('the billing queue', () => {
  test('has hours, expenses and periods that are due, each once and with what it is worth', async () => {
    await db.tried(priya, async (tx) => {
      const items = await itemsOf(tx)
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
      expect(items.map(({ source }) => source)).toEqual(
        expect.arrayContaining(['time', 'expense', 'vendor', 'retainer']),
      )
      for (const item of items) expect(item.amountMinor).toBeGreaterThan(0n)
    })
  })

  test('keeps unbilled hours as they would be summed', async () => {
    const [difference] = await db.admin<{ differs: boolean }[]>`
      select exists (
        (select t.id, t.bill_minor from time_entries t join contract_lines l on l.id = t.contract_line_id
          where t.approved_at is not null and t.kind in ('billable', 'overtime')
            and l.kind in ('time-and-material', 'capped') and not app.is_billed('time', t.id))
        except select time_entry_id, bill_minor from unbilled_time) as differs`
    expect(difference).toEqual({ differs: false })
  })
})

describe('a draft', () => {
  test('becomes an invoice whose hours are billed, and is gone then', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId, key, draftId } = await issued(tx, 'time')
      expect((await tx.select().from(invoiceDrafts)).map(({ id }) => id)).not.toContain(draftId)
      expect((await itemsOf(tx)).some((item) => item.key === key)).toBe(false)
      const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId))
      expect(invoice).toMatchObject({ kind: 'invoice', parties: { orderNumber: '4500031200' } })
    })
  })

  test('holds what it bills: nobody drafts it twice', async () => {
    await db.tried(priya, async (tx) => {
      const { key } = await drafted(tx, 'expense')
      expect(await draft(tx, [key])).toEqual({ ok: false, why: 'in-another-draft' })
      expect(await draft(tx, [])).toEqual({ ok: false, why: 'nothing-chosen' })
      expect(await draft(tx, [`expense:${projectId}`])).toEqual({ ok: false, why: 'not-billable' })
    })
  })

  test('takes words, tax with its reason, and an order, which the contract wants', async () => {
    await db.tried(priya, async (tx) => {
      const { draftId } = await drafted(tx, 'expense')
      const order = { customerOrderId: null }
      const free = { taxCategory: 'AE' as const }
      expect(await editDraft(tx, { ...edit(draftId, 1), ...order, ...free })).toEqual({
        ok: false,
        why: 'reason-missing',
      })
      expect(
        await editDraft(tx, { ...edit(draftId, 1), ...order, ...free, exemptionReason: 'Reverse charge' }),
      ).toEqual({ ok: true })
      const [row] = await tx.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, draftId))
      expect(draftFromJson(row!.content).lines[0]).toMatchObject({
        description: 'Line 1',
        taxCategory: 'AE',
        taxBasisPoints: 0,
      })
      expect(await issue(tx, draftId)).toEqual({ ok: false, why: 'order-missing' })
      expect(await editDraft(tx, { ...edit(draftId, 2), ...order })).toEqual({
        ok: false,
        why: 'changed-meanwhile',
      })
      expect(await discardDraft(tx, draftId)).toEqual({ ok: true })
      expect(await discardDraft(tx, draftId)).toEqual({ ok: false, why: 'no-such-draft' })
      expect(await issue(tx, draftId)).toEqual({ ok: false, why: 'no-such-draft' })
    })
  })

  test('above the limit waits for a second person', async () => {
    await db.admin`update provider set review_from_minor = 0`
    const noor = await db.staff('noor')
    await db.tried(priya, async (tx) => {
      const { draftId } = await drafted(tx, 'retainer')
      expect(await issue(tx, draftId)).toEqual({ ok: false, why: 'not-approved' })
      const review = (act: 'ask' | 'approve' | 'return', by: StaffActor, note = '') =>
        reviewDraft(tx, { draftId, act, note, by })
      expect(await review('approve', noor)).toEqual({ ok: false, why: 'not-in-review' })
      expect(await review('ask', priya)).toEqual({ ok: true })
      expect(await review('ask', priya)).toEqual({ ok: false, why: 'not-a-draft' })
      expect(await review('approve', priya)).toEqual({ ok: false, why: 'own-draft' })
      expect(await review('return', noor)).toEqual({ ok: false, why: 'note-missing' })
      expect(await review('approve', noor)).toEqual({ ok: true })
      expect(await issue(tx, draftId)).toMatchObject({ ok: true })
    })
    await db.admin`update provider set review_from_minor = null`
  })

  test('below it, too, waits for whom somebody asked, until it is saved again', async () => {
    await db.tried(priya, async (tx) => {
      const { draftId } = await drafted(tx, 'retainer')
      expect(await reviewDraft(tx, { draftId, act: 'ask', note: '', by: priya })).toEqual({ ok: true })
      expect(await issue(tx, draftId)).toEqual({ ok: false, why: 'in-review' })
      const [row] = await tx.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, draftId))
      const { customerOrderId } = draftFromJson(row!.content)
      expect(await editDraft(tx, { ...edit(draftId, 1), customerOrderId })).toEqual({ ok: true })
      expect(await issue(tx, draftId)).toMatchObject({ ok: true })
    })
  })

  test('is issued once, by whoever is first', async () => {
    const { draftId } = await db.console.write(priya, (tx) => drafted(tx, 'expense'))
    const part = { db: db.console, as: priya, does: (tx: Tx) => issue(tx, draftId) }
    const [first, second] = await atOnce(db.admin, part, part)
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual({ ok: false, why: 'no-such-draft' })
  })

  test('records what came in before as a payment', async () => {
    await db.tried(priya, async (tx) => {
      const { draftId } = await drafted(tx, 'retainer')
      const [row] = await tx.select().from(invoiceDrafts).where(eq(invoiceDrafts.id, draftId))
      const { customerOrderId } = draftFromJson(row!.content)
      expect(await editDraft(tx, { ...edit(draftId, 1), customerOrderId, prepaidMinor: 100n })).toEqual({
        ok: true,
      })
      const result = await issue(tx, draftId)
      if (!result.ok) return expect.unreachable()
      const [state] = await tx
        .select()
        .from(invoiceStates)
        .where(eq(invoiceStates.invoiceId, result.invoiceId))
      expect(state).toMatchObject({ paidMinor: 100n, openMinor: state!.grossMinor - 100n })
    })
  })
})

describe('a capped line', () => {
  test('writes down what is above its cap, and never bills more', async () => {
    await db.tried(priya, async (tx) => {
      const items = await itemsOf(tx)
      const capped = items.find((item) => item.source === 'time' && item.capLeftMinor !== null)
      if (!capped || capped.source !== 'time') return expect.unreachable()
      const capLeftMinor = capped.amountMinor - 1_000n
      const { draftOf } = await import('./draft-content')
      const content = await draftOf(tx, [{ ...capped, capLeftMinor }], { taxBasisPoints: 1900, locale: 'de' })
      expect(content.lines.map(({ source, amountMinor }) => [source, amountMinor])).toEqual([
        ['time', capped.amountMinor],
        ['write-down', -1_000n],
      ])
    })
  })
})

describe('a credit note', () => {
  const credit = (tx: Tx, invoiceId: string, credits: { lineId: string; amountMinor: bigint }[]) =>
    creditInvoice(tx, { invoiceId, credits, reason: 'Wrong month', issuedOn: today, by: priya })

  test('over a whole line frees its hours, which can be billed again', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId, key } = await issued(tx, 'time')
      const [line] = await creditableLines(tx, invoiceId)
      const before = (await tx.select().from(unbilledTime)).length
      const whole = [{ lineId: line!.id, amountMinor: line!.amountMinor }]
      const credited = await credit(tx, invoiceId, whole)
      expect(credited).toMatchObject({ ok: true })
      expect((await tx.select().from(unbilledTime)).length).toBeGreaterThan(before)
      expect((await itemsOf(tx)).some((item) => item.key === key)).toBe(true)
      const [state] = await tx.select().from(invoiceStates).where(eq(invoiceStates.invoiceId, invoiceId))
      expect(state).toMatchObject({ openMinor: 0n, creditedMinor: state!.grossMinor })
      expect(await credit(tx, invoiceId, whole)).toEqual({ ok: false, why: 'above-line' })
      if (!credited.ok) return
      expect(await credit(tx, credited.invoiceId, whole)).toEqual({ ok: false, why: 'credit-note-itself' })
    })
  })

  test('over a part lowers what is open and frees nothing', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId, key } = await issued(tx, 'time')
      const [line] = await creditableLines(tx, invoiceId)
      expect(await credit(tx, invoiceId, [{ lineId: line!.id, amountMinor: 100n }])).toMatchObject({
        ok: true,
      })
      expect((await itemsOf(tx)).some((item) => item.key === key)).toBe(false)
      const [state] = await tx.select().from(invoiceStates).where(eq(invoiceStates.invoiceId, invoiceId))
      expect(state!.creditedMinor).toBe(119n)
      expect(await credit(tx, invoiceId, [{ lineId: line!.id, amountMinor: line!.amountMinor }])).toEqual({
        ok: false,
        why: 'above-line',
      })
      expect(await credit(tx, invoiceId, [])).toEqual({ ok: false, why: 'nothing-chosen' })
    })
  })

  test('over some hours of a line frees those, once, and the whole rest frees the others', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId } = await issued(tx, 'time')
      const [line] = await creditableLines(tx, invoiceId)
      const billed = await billedEntries(tx, invoiceId)
      const [first, ...others] = billed
      expect(others.length).toBeGreaterThan(0)
      const hours = (entryIds: string[]) =>
        creditInvoice(tx, {
          invoiceId,
          credits: [{ lineId: line!.id, entryIds }],
          reason: 'Not ours',
          issuedOn: today,
          by: priya,
        })
      const unbilled = async () =>
        (await tx.select().from(unbilledTime)).map(({ timeEntryId }) => timeEntryId)
      const credited = await hours([first!.id])
      if (!credited.ok) return expect.unreachable(credited.why)
      expect(await unbilled()).toContain(first!.id)
      for (const { id } of others) expect(await unbilled()).not.toContain(id)
      const [taken] = await tx
        .select()
        .from(invoiceLines)
        .where(eq(invoiceLines.invoiceId, credited.invoiceId))
      expect(taken).toMatchObject({
        unit: 'HUR',
        amountMinor: -first!.amountMinor,
        quantityThousandths: -BigInt(Math.round((first!.minutes! * 1000) / 60)),
      })
      expect(await hours([first!.id])).toEqual({ ok: false, why: 'credited-meanwhile' })
      expect(await hours([projectId])).toEqual({ ok: false, why: 'credited-meanwhile' })
      // Billed again, it is the other invoice's: the first one's rest is what is left of it.
      const item = (await itemsOf(tx)).find(({ source }) => source === 'time')!
      const again = await draft(tx, [item.key])
      if (!again.ok) return expect.unreachable(again.why)
      expect(await issue(tx, again.draftId)).toMatchObject({ ok: true })
      const rest = line!.amountMinor - first!.amountMinor
      expect(await credit(tx, invoiceId, [{ lineId: line!.id, amountMinor: rest }])).toMatchObject({
        ok: true,
      })
      for (const { id } of others) expect(await unbilled()).toContain(id)
      expect(await unbilled()).not.toContain(first!.id)
    })
  })

  test('over the rest of a line frees its hours, also where its price was lowered before', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId } = await issued(tx, 'time')
      const [line] = await creditableLines(tx, invoiceId)
      await credit(tx, invoiceId, [{ lineId: line!.id, amountMinor: 100n }])
      const rest = [{ lineId: line!.id, amountMinor: line!.amountMinor - 100n }]
      expect(await credit(tx, invoiceId, rest)).toMatchObject({ ok: true })
      expect(await billedEntries(tx, invoiceId)).toEqual([])
    })
  })

  test('is refused on what is not there', async () => {
    await db.tried(priya, async (tx) => {
      expect(await credit(tx, projectId, [])).toEqual({ ok: false, why: 'no-such-invoice' })
    })
  })
})

describe('a deposit', () => {
  test('was set off once, below zero, and is not offered again', async () => {
    await db.tried(priya, async (tx) => {
      expect((await itemsOf(tx)).some(({ source }) => source === 'deposit-set-off')).toBe(false)
      const lines = await tx
        .select()
        .from(invoiceLines)
        .where(and(eq(invoiceLines.projectId, projectId), isNotNull(invoiceLines.billingMilestoneId)))
        .orderBy(asc(invoiceLines.amountMinor))
      expect(lines[0]).toMatchObject({ source: 'deposit-set-off', amountMinor: -1_200_000n })
    })
  })
})

describe('writing off', () => {
  test('closes what is open, at most that, and bars payments', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId } = await issued(tx, 'retainer')
      const [state] = await tx.select().from(invoiceStates).where(eq(invoiceStates.invoiceId, invoiceId))
      const writeOff = (amountMinor: bigint) =>
        writeOffInvoice(tx, { invoiceId, amountMinor, writtenOffOn: today, reason: 'Insolvent', by: priya })
      expect(await writeOff(state!.openMinor + 1n)).toEqual({ ok: false, why: 'above-open' })
      expect(await writeOff(0n)).toEqual({ ok: false, why: 'above-open' })
      expect(await writeOff(state!.openMinor)).toEqual({ ok: true })
      const payment = { invoiceId, amountMinor: 1n, receivedOn: today, reference: '', by: priya }
      expect(await recordPayment(tx, payment)).toMatchObject({ ok: false, why: 'above-open' })
    })
  })
})

describe('dunning', () => {
  test('is paused with a note and resumed', async () => {
    await db.tried(priya, async (tx) => {
      const { invoiceId } = await issued(tx, 'retainer')
      const pause = { invoiceId, note: 'Disputed', by: priya }
      expect(await pauseDunning(tx, pause)).toEqual({ ok: true })
      expect(await pauseDunning(tx, pause)).toEqual({ ok: false, why: 'paused-already' })
      expect(await resumeDunning(tx, { invoiceId })).toEqual({ ok: true })
      expect(await resumeDunning(tx, { invoiceId })).toEqual({ ok: false, why: 'not-paused' })
      expect(await pauseDunning(tx, { ...pause, invoiceId: projectId })).toEqual({
        ok: false,
        why: 'no-such-invoice',
      })
    })
  })
})
