import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { removeRate } from './remove-rate'
import { setBillRate } from './set-bill-rate'
import { setCostRate } from './set-cost-rate'
import { setExchangeRate } from './set-exchange-rate'

const nobody = '00000000-0000-4000-8000-000000000000'
let db: StoryDatabase
let priya: StaffActor
beforeAll(async () => {
  db = await storyDatabase('set rates')
  priya = await db.staff('priya')
})
afterAll(() => db.close())

const rate = (changed: object = {}) => ({
  jobRole: 'surveyor',
  currency: 'EUR',
  hourMinor: 90_00n,
  fromOn: '2031-01-01' as const,
  by: priya,
  ...changed,
})

describe('setting a cost rate', () => {
  test('ends the former one the day before, and refuses what would hold on the same day with its days', async () => {
    expect(await db.console.write(priya, (tx) => setCostRate(tx, rate()))).toEqual({ ok: true })
    expect(await nothingWritten(db, priya, (tx) => setCostRate(tx, rate({ hourMinor: 95_00n })))).toEqual({
      ok: false,
      why: 'overlaps',
      other: { fromOn: '2031-01-01', toOn: null },
    })
    await db.tried(priya, async (tx) => {
      expect(await setCostRate(tx, rate({ fromOn: '2031-02-01' }))).toEqual({ ok: true })
      const overOld = rate({ fromOn: '2030-06-01', toOn: '2031-01-15' })
      expect(await setCostRate(tx, overOld)).toMatchObject({
        why: 'overlaps',
        other: { fromOn: '2031-01-01', toOn: '2031-01-31' },
      })
      expect(await setCostRate(tx, rate({ fromOn: '2030-06-01', toOn: '2030-12-31' }))).toEqual({ ok: true })
      expect(await setCostRate(tx, rate({ currency: 'CHF' }))).toEqual({ ok: true })
    })
  })

  test('is for one person beside the role’s, once too', async () => {
    const staffId = (await db.staff('tomas')).staffId
    const own = { ...rate(), jobRole: undefined, staffId }
    await db.tried(priya, async (tx) => {
      expect(await setCostRate(tx, own)).toEqual({ ok: true })
      expect(await setCostRate(tx, own)).toMatchObject({ why: 'overlaps' })
      expect(await setCostRate(tx, { ...own, staffId: nobody })).toMatchObject({ why: 'no-such-person' })
    })
  })

  test('refuses a currency that does not exist and an end before the beginning', async () => {
    const refusal = (changed: object) => nothingWritten(db, priya, (tx) => setCostRate(tx, rate(changed)))
    expect(await refusal({ currency: 'EUO' })).toEqual({ ok: false, why: 'no-such-currency' })
    expect(await refusal({ toOn: '2030-12-31' })).toEqual({ ok: false, why: 'ends-before-it-begins' })
  })

  test('at once with another is refused to the second', async () => {
    const part = (hourMinor: bigint) => ({
      db: db.console,
      as: priya,
      does: (tx: Parameters<typeof setCostRate>[0]) => setCostRate(tx, rate({ jobRole: 'diver', hourMinor })),
    })
    const [first, second] = await atOnce(db.admin, part(1n), part(2n))
    expect([first, second]).toMatchObject([{ ok: true }, { why: 'overlaps' }])
  })
})

describe('setting a bill rate', () => {
  test('needs a contract, and is one a role and day', async () => {
    const projectId = await db.idOf.project('NW-2604')
    const bill = { projectId, jobRole: 'surveyor', hourMinor: 0n, fromOn: '2031-01-01', by: priya }
    await db.tried(priya, async (tx) => {
      expect(await setBillRate(tx, bill)).toEqual({ ok: true })
      expect(await setBillRate(tx, bill)).toMatchObject({ why: 'overlaps' })
      expect(await setBillRate(tx, { ...bill, toOn: '2030-01-01' })).toMatchObject({
        why: 'ends-before-it-begins',
      })
      expect(await setBillRate(tx, { ...bill, projectId: nobody })).toMatchObject({ why: 'no-contract' })
    })
  })
})

describe('setting an exchange rate', () => {
  test('is once a pair and day, between two currencies that exist', async () => {
    const pair = { fromCurrency: 'SEK', toCurrency: 'EUR', rate: '0.0912', fromOn: '2031-01-01', source: '' }
    const by = priya
    await db.tried(priya, async (tx) => {
      expect(await setExchangeRate(tx, { ...pair, by })).toEqual({ ok: true })
      expect(await setExchangeRate(tx, { ...pair, rate: '0.1', by })).toMatchObject({ why: 'rate-exists' })
      expect(await setExchangeRate(tx, { ...pair, toCurrency: 'SEK', by })).toMatchObject({
        why: 'one-currency',
      })
      expect(await setExchangeRate(tx, { ...pair, fromCurrency: 'ABC', by })).toMatchObject({
        why: 'no-such-currency',
      })
    })
  })
})

describe('removing a rate', () => {
  test('happens once', async () => {
    await db.tried(priya, async (tx) => {
      expect(await removeRate(tx, { kind: 'exchange', rateId: nobody })).toMatchObject({
        why: 'no-such-rate',
      })
      const [row] = await db.admin<{ id: string }[]>`
        select id from cost_rates where job_role = 'surveyor' limit 1`
      const gone = { kind: 'cost' as const, rateId: row!.id }
      expect(await removeRate(tx, gone)).toEqual({ ok: true })
      expect(await removeRate(tx, gone)).toMatchObject({ why: 'no-such-rate' })
    })
  })
})
