import { setCostRate } from '@countersign/operations/set-cost-rate'
import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { sends } from './sends'

let db: StoryDatabase
let asks: ReturnType<typeof sends>
beforeAll(async () => {
  db = await storyDatabase('closing')
  asks = sends(db)
})
afterAll(() => db.close())

const nouns = [
  'month_closings',
  'month_reports',
  'month_reopenings',
  'revenue_recognitions',
  'journal_entries',
  'money_changes',
]

describe('reports, journal and changes of money', () => {
  test('are read by finance', async () => {
    const priya = await db.staff('priya')
    for (const noun of nouns.filter((each) => each !== 'month_reopenings'))
      expect([noun, (await asks.rows(priya, `select 1 as one from public.${noun}`)).length]).toEqual([
        noun,
        expect.any(Number),
      ])
  })

  test('are read by nobody else: a month of one person’s work tells that person’s rate', async () => {
    for (const who of ['mara', 'jonas', 'tomas', 'ewan', 'ines'] as const) {
      const reader = await db.staff(who)
      for (const noun of nouns)
        await expect(
          asks.rows(reader, `select 1 from public.${noun}`),
          `${who} ${noun}`,
        ).rejects.toMatchObject({
          code: '42501',
        })
    }
  })

  test('are changed by nobody, finance and the owner of the database included', async () => {
    const priya = await db.staff('priya')
    for (const noun of nouns) {
      await expect(asks.rows(priya, `delete from public.${noun}`), noun).rejects.toMatchObject({
        code: '42501',
      })
      await expect(db.admin.unsafe(`truncate public.${noun} cascade`), noun).rejects.toMatchObject({
        code: '42501',
      })
    }
    await expect(db.admin`update month_reports set figures = '{}'`).rejects.toMatchObject({ code: '42501' })
  })

  test('is not written under another name', async () => {
    const [priya, ewan] = [await db.staff('priya'), await db.staff('ewan')]
    await expect(
      asks.rows(
        priya,
        `insert into public.month_closings (month_on, act, reason, done_by) values ('2020-01-01', 'reopened', 'x', '${ewan.staffId}')`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a change of money', () => {
  test('has who, when, before and after', async () => {
    const priya = await db.staff('priya')
    const today = localDateIn('Europe/Berlin', new Date())
    const began = new Date(Date.now() - 1000)
    const rate = {
      jobRole: 'developer',
      currency: 'EUR',
      hourMinor: 7_777n,
      fromOn: addDays(today, 1),
    }
    const set = await db.console.write(priya, (tx) => setCostRate(tx, { ...rate, by: priya }))
    expect(set).toMatchObject({ ok: true })
    const found = await db.admin<
      {
        act: string
        before: Record<string, unknown> | null
        after: Record<string, unknown>
        by: string
        at: Date
      }[]
    >`
      select act, before, after, changed_by as by, changed_at as at from money_changes
      where noun = 'cost_rates' and changed_at > ${began} order by changed_at`
    expect(found.map(({ act }) => act).sort()).toEqual(['insert', 'update'])
    for (const { by, at } of found) {
      expect(by).toBe(priya.staffId)
      expect(at.getTime()).toBeGreaterThan(began.getTime())
    }
    const ended = found.find(({ act }) => act === 'update')!
    expect([ended.before, ended.after]).toEqual([{ to_on: null }, { to_on: today }])
    expect(found.find(({ act }) => act === 'insert')!.after).toMatchObject({
      hour_minor: 7777,
      from_on: rate.fromOn,
    })
  })
})
