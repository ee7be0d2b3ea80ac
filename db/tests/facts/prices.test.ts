import { minorDigits } from '@countersign/domain/money'
import { setCostRate } from '@countersign/operations/set-cost-rate'
import { setExchangeRate } from '@countersign/operations/set-exchange-rate'
import { setTaskLines } from '@countersign/operations/set-task-lines'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor, StaffRole } from '../../src/connect'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
let priya: StaffActor
let jonas: StaffActor
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('prices')
  priya = await db.staff('priya')
  jonas = await db.staff('jonas')
  projectId = await db.idOf.project('NW-2604')
})
afterAll(() => db.close())

type Price = {
  cost: string | null
  currency: string | null
  rate: string | null
  bill: string | null
}

/** Tomás' entry of so many minutes on a day far ahead, so that no closed month is touched. */
async function entryOf(day: string, minutes: number, kind = 'billable') {
  const [row] = await db.admin<{ id: string }[]>`
    insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes, kind)
    values (${projectId}, ${await db.idOf.task('NW-2604', 'Anbindung der Krane')},
      ${(await db.staff('tomas')).staffId}, 'network engineer', ${day}, ${day}, ${minutes}, ${kind})
    returning id`
  return row!.id
}
async function priceOf(id: string): Promise<Price> {
  const [row] = await db.admin<Price[]>`
    select cost_minor::text as cost, cost_currency as currency, exchange_rate::float::text as rate,
      bill_minor::text as bill
    from time_entries where id = ${id}`
  return row!
}
const approve = (id: string) => db.admin`
  update time_entries set submitted_at = now(), approved_at = now(), approved_by = ${jonas.staffId} where id = ${id}`

describe('the price of an hour', () => {
  test('is of the rates of its day, rounded once, and of nothing where it is not billable', async () => {
    // 8,200 cents an hour since a month ago; 12,500 by the contract, 15,600 for overtime.
    expect(await priceOf(await entryOf('2032-03-01', 7))).toEqual({
      cost: '957',
      currency: 'EUR',
      rate: '1',
      bill: '1458',
    })
    expect(await priceOf(await entryOf('2032-03-01', 60, 'overtime'))).toMatchObject({
      cost: '8200',
      bill: '15600',
    })
    expect(await priceOf(await entryOf('2032-03-01', 60, 'mentoring'))).toMatchObject({
      cost: '8200',
      bill: '0',
    })
  })

  test('follows a new rate until it is approved, and never from then on', async () => {
    const [open, approved] = [await entryOf('2032-04-01', 60), await entryOf('2032-04-02', 60)]
    await approve(approved)
    const before = await priceOf(approved)
    const rate = {
      jobRole: 'network engineer',
      currency: 'EUR',
      hourMinor: 9_900n,
      fromOn: '2032-04-01',
      by: priya,
    }
    await db.console.write(priya, (tx) => setCostRate(tx, rate))
    expect(await priceOf(open)).toMatchObject({ cost: '9900' })
    expect(await priceOf(approved)).toEqual(before)
    await db.admin`update time_entries set cost_minor = 1, bill_minor = 1, exchange_rate = 7 where id = ${approved}`
    expect(await priceOf(approved)).toEqual(before)
    await db.admin`delete from cost_rates where hour_minor = 9900`
    expect(await priceOf(open)).toMatchObject({ cost: null })
  })

  test('is the person’s own rate before the role’s, in another currency at the exchange rate of the day', async () => {
    const { staffId } = await db.staff('tomas')
    const id = await entryOf('2032-05-03', 60)
    const own = { staffId, currency: 'NOK', hourMinor: 100_000n, fromOn: '2032-05-01', by: priya }
    await db.console.write(priya, (tx) => setCostRate(tx, own))
    // No exchange rate: nothing is guessed, and the role's rate is not his.
    expect(await priceOf(id)).toMatchObject({ cost: null, currency: null })
    const pair = { fromCurrency: 'NOK', toCurrency: 'EUR', source: '', by: priya }
    await db.console.write(priya, (tx) =>
      setExchangeRate(tx, { ...pair, rate: '0.085', fromOn: '2032-05-01' }),
    )
    expect(await priceOf(id)).toMatchObject({ cost: '8500', currency: 'NOK', rate: '0.085' })
    await approve(id)
    await db.console.write(priya, (tx) => setExchangeRate(tx, { ...pair, rate: '0.5', fromOn: '2032-05-02' }))
    expect(await priceOf(id)).toMatchObject({ cost: '8500', rate: '0.085' })
    await db.admin`delete from cost_rates where staff_id = ${staffId}`
  })

  test('respects the digits of both currencies', async () => {
    const { staffId } = await db.staff('tomas')
    const yen = { staffId, currency: 'JPY', hourMinor: 10_000n, fromOn: '2032-06-01', by: priya }
    await db.console.write(priya, async (tx) => {
      await setCostRate(tx, yen)
      await setExchangeRate(tx, {
        fromCurrency: 'JPY',
        toCurrency: 'EUR',
        rate: '0.0061',
        source: '',
        fromOn: '2032-06-01',
        by: priya,
      })
    })
    expect(await priceOf(await entryOf('2032-06-02', 60))).toMatchObject({ cost: '6100', currency: 'JPY' })
    const codes = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'JPY', 'KWD', 'BHD', 'KRW']
    const digits = await db.admin<{ code: string; digits: number }[]>`
      select code, app.minor_digits(code) as digits from unnest(${codes}::text[]) code`
    for (const each of digits) expect([each.code, each.digits]).toEqual([each.code, minorDigits(each.code)])
    await db.admin`delete from cost_rates where staff_id = ${staffId}`
  })

  test('is of the contract line that the manager names for the task', async () => {
    const id = await entryOf('2032-07-01', 60)
    const lineOf = async () =>
      (
        await db.admin<{ name: string }[]>`
        select l.name from time_entries t join contract_lines l on l.id = t.contract_line_id where t.id = ${id}`
      )[0]?.name
    expect(await lineOf()).toBe('Anbindung der Krane')
    const taskId = await db.idOf.task('NW-2604', 'Anbindung der Krane')
    const [training] = await db.admin<
      { id: string }[]
    >`select id from contract_lines where name = 'Einarbeitung'`
    await db.console.write(jonas, (tx) =>
      setTaskLines(tx, { projectId, lines: [{ taskId, contractLineId: training!.id }] }),
    )
    expect(await lineOf()).toBe('Einarbeitung')
    expect(await priceOf(id)).toMatchObject({ bill: '0' })
  })
})

describe('what an hour costs', () => {
  const readers: [StaffRole, string, boolean][] = [
    ['finance', 'priya', true],
    ['project_manager', 'jonas', false],
    ['team_member', 'tomas', false],
    ['executive', 'ewan', false],
  ]
  test.each(readers)('is read by %s: %s, %s', async (_, who, may) => {
    const actor = await db.staff(who as 'priya')
    for (const column of ['cost_minor', 'cost_hour_minor', 'exchange_rate']) {
      const asked = db.console.read(actor, (tx) =>
        tx.execute(`select ${column} from public.time_entries limit 1`),
      )
      if (may) await expect(asked).resolves.toHaveLength(1)
      else await expect(asked).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })

  test('is written by nobody who logs or approves time', async () => {
    for (const who of ['tomas', 'jonas', 'priya'] as const) {
      const asked = db.console.write(await db.staff(who), (tx) =>
        tx.execute('update public.time_entries set cost_minor = 1'),
      )
      await expect(asked).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })
})
