import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import type { StaffName } from '@countersign/story/cast'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { sends } from './sends'

const DENIED = '42501'

let db: StoryDatabase
let asks: ReturnType<typeof sends>
const people = {} as Record<StaffName, StaffActor>
beforeAll(async () => {
  db = await storyDatabase('capacity')
  asks = sends(db)
  for (const who of ['mara', 'jonas', 'tomas', 'aiko', 'priya', 'ewan', 'ines', 'vera'] as const)
    people[who] = await db.staff(who)
})
afterAll(() => db.close())

const namesIn = async (who: StaffName, view: string) => {
  const rows = await asks.rows(
    people[who],
    `select distinct s.name from ${view} v join staff s on s.id = v.staff_id order by 1`,
  )
  return rows.map((row) => (row as { name: string }).name)
}
const views = ['app.absences', 'app.people_bookings', 'app.people_work', 'app.people_hours']

describe('people’s time', () => {
  test.each(views)(
    'is one’s own for the team, and everybody’s for those who plan with it: %s',
    async (view) => {
      expect(await namesIn('tomas', view)).toEqual(['Tomás Rey'])
      const all = await namesIn('mara', view)
      expect(all).toEqual(expect.arrayContaining(['Aiko Brandt', 'Tomás Rey']))
      for (const who of ['jonas', 'priya', 'ewan'] as const) expect(await namesIn(who, view)).toEqual(all)
      expect(await asks.refusal(people.ines, `select * from ${view}`)).toBe(DENIED)
      expect(await asks.refusal(people.vera, `select * from ${view}`)).toBe(DENIED)
    },
  )

  test('names tasks of one’s own projects, and of others’ the project alone', async () => {
    const rows = (await asks.rows(
      people.mara,
      'select code, bool_or(task is not null) as named from app.people_work group by code order by code',
    )) as { code: string; named: boolean }[]
    expect(rows).toEqual(
      expect.arrayContaining([
        { code: 'HT-2601', named: true },
        { code: 'NW-2604', named: false },
      ]),
    )
  })

  test('is without money, notes and reasons', async () => {
    const columns = await db.admin<{ name: string }[]>`
      select attname as name from pg_attribute where attnum > 0
        and attrelid in ('app.absences'::regclass, 'app.people_bookings'::regclass, 'app.people_work'::regclass,
          'app.people_hours'::regclass)`
    expect(columns.filter(({ name }) => /minor|rate|cost|note|reason|kind/.test(name))).toEqual([])
    for (const who of ['priya', 'tomas', 'ewan'] as const)
      expect(await asks.refusal(people[who], 'select note from bookings')).toBe(DENIED)
    expect(await asks.rows(people.mara, `select note from bookings where over_reason <> ''`)).toEqual([])
  })
})

describe('why somebody is away', () => {
  test('is the person’s and the line manager’s to read', async () => {
    const seen = async (who: StaffName) =>
      (
        (await asks.rows(
          people[who],
          'select distinct s.name from leaves l join staff s on s.id = l.staff_id order by 1',
        )) as { name: string }[]
      ).map(({ name }) => name)
    expect(await seen('tomas')).toEqual(['Tomás Rey'])
    expect(await seen('mara')).toEqual(['Tomás Rey'])
    expect(await seen('jonas')).toEqual(['Aiko Brandt'])
    for (const who of ['priya', 'ewan', 'ines'] as const) expect(await seen(who)).toEqual([])
    expect(await asks.refusal(people.vera, 'select * from leaves')).toBe(DENIED)
  })
})

describe('a team', () => {
  test('is read by whoever works in the project, and written by its manager', async () => {
    const rows = (who: StaffName) => asks.rows(people[who], 'select function from team_places')
    expect(await rows('mara')).toHaveLength(6)
    expect(await rows('tomas')).toHaveLength(6)
    expect(await rows('jonas')).toEqual([])
    expect(await asks.refusal(people.tomas, `update team_places set function = 'Chief'`)).toBe(DENIED)
    expect(await asks.refusal(people.priya, 'select function from team_places')).toBe(DENIED)
  })
})
