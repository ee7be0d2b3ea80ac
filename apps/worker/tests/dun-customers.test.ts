import { mails } from '@countersign/db/tables/mails'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { pauseDunning, resumeDunning } from '@countersign/operations/dunning-pause'
import { recordPayment } from '@countersign/operations/record-payment'
import { like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dunCustomers } from '../src/jobs/dun-customers'
import { storyWork, type StoryWork } from './story-work'

let at: StoryWork
/** The one open invoice of this test; all others of the story are paused. */
let invoiceId: string
let dueOn: LocalDate
let openMinor: bigint
beforeAll(async () => {
  at = await storyWork('dun customers')
  const { admin, idOf } = at.story
  invoiceId = await idOf.invoice('HT-2601', 'Survey accepted')
  await admin`
    insert into dunning_pauses (invoice_id, project_id, note, paused_by)
    select id, project_id, 'Not of this test', issued_by from invoices where id <> ${invoiceId} on conflict do nothing`
  await admin`delete from dunning_pauses where invoice_id = ${invoiceId}`
  await admin`update provider set dunning_days = '{7,21,35}', dunning_fees_minor = '{0,500,4000}'`
  const [row] = await admin<{ dueOn: LocalDate; open: string }[]>`
    select i.due_on::text as "dueOn", s.open_minor::text as open from invoices i
    join app.invoice_states s on s.invoice_id = i.id where i.id = ${invoiceId}`
  dueOn = row!.dueOn
  openMinor = BigInt(row!.open)
})
afterAll(() => at.close())

const runs = (daysAfterDue: number) =>
  dunCustomers(at.work, new Date(`${addDays(dueOn, daysAfterDue)}T08:00:00Z`))
async function pay(amountMinor: bigint) {
  const priya = await at.story.staff('priya')
  const payment = { invoiceId, amountMinor, receivedOn: dueOn, reference: '', by: priya }
  expect(await at.story.console.write(priya, (tx) => recordPayment(tx, payment))).toEqual({ ok: true })
}
const sendings = () => at.story.admin<{ level: number; fee: string; dueOn: string; sentTo: string }[]>`
  select level, fee_minor::text as fee, due_on::text as "dueOn", sent_to as "sentTo" from invoice_sendings
  where invoice_id = ${invoiceId} and level > 0 order by level`
const letters = () =>
  at.db.asLogin((tx) =>
    tx
      .select()
      .from(mails)
      .where(like(mails.key, `invoice ${invoiceId} level %`))
      .orderBy(mails.key),
  )

describe('dunning', () => {
  test('leaves alone what is not due, not due for long enough, or paused', async () => {
    await runs(0)
    await runs(6)
    expect(await sendings()).toHaveLength(0)
    const priya = await at.story.staff('priya')
    await at.story.console.write(priya, (tx) => pauseDunning(tx, { invoiceId, note: 'Disputed', by: priya }))
    await runs(7)
    expect(await sendings()).toHaveLength(0)
    await at.story.console.write(priya, (tx) => resumeDunning(tx, { invoiceId }))
  })

  test('reminds once a level, however often and by however many it runs, and says what is open', async () => {
    await Promise.all([runs(7), runs(7)])
    await runs(8)
    expect([...(await sendings())]).toMatchObject([{ level: 1, fee: '0', dueOn: addDays(dueOn, 14) }])
    const written = await letters()
    expect(written.length).toBeGreaterThan(0)
    expect(new Set(written.map(({ toAddress }) => toAddress)).size).toBe(written.length)
    for (const { subject, text } of written) {
      expect(subject).toMatch(/^Reminder: invoice /)
      expect(text).toContain('€85,680.00')
      expect(text).not.toContain('fee')
    }
  })

  test('goes on to the next level after the days of both, with its fee beside what is still open', async () => {
    await runs(20)
    expect(await sendings()).toHaveLength(1)
    await pay(openMinor - 12_345n)
    await runs(21)
    expect([...(await sendings())].at(-1)).toMatchObject({ level: 2, fee: '500', dueOn: addDays(dueOn, 28) })
    const [second] = (await letters()).filter(({ subject }) => subject.startsWith('Second reminder'))
    for (const amount of ['€123.45', '€5.00', '€128.45']) expect(second!.text).toContain(amount)
  })

  test('asks for nothing more once all has come in', async () => {
    await pay(12_345n)
    await runs(80)
    expect(await sendings()).toHaveLength(2)
  })
})
