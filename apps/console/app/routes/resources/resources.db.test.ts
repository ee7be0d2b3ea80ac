import type { StaffActor } from '@countersign/db/connect'
import { localDateIn } from '@countersign/domain/calendar-day'
import { isOverAllocated } from '@countersign/domain/capacity/load'
import { mondayOf } from '@countersign/domain/work-week'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../../../db/tests/harness/story'
import type { Asked } from './asked'
import { resources } from './queries.server'

let db: StoryDatabase
let mara: StaffActor
const monday = mondayOf(localDateIn('Europe/Berlin', new Date()))
beforeAll(async () => {
  db = await storyDatabase('resources')
  mara = await db.staff('mara')
})
afterAll(() => db.close())

const shown = (more: Partial<Asked> = {}) =>
  db.console.read(mara, (tx) =>
    resources(
      tx,
      { monday, role: '', skill: '', unit: '', named: '', over: false, page: 1, ...more },
      mara,
      monday,
    ),
  )
const names = async (more: Partial<Asked>) => (await shown(more)).rows.map(({ name }) => name)

describe('the heat map', () => {
  test('finds people by a part of their name, whatever its case, and with other filters', async () => {
    expect(await names({ named: 'TOM' })).toEqual(['Tomás Rey'])
    expect(await names({ named: 'tom', role: 'developer' })).toEqual([])
    expect(await names({ named: 'rey', skill: 'Core routing' })).toEqual(['Tomás Rey'])
    expect(await names({ named: '%' })).toEqual([])
  })

  test('names whom a week to come asks for too much, worst first, and nobody else', async () => {
    const all = (await shown()).rows
    const expected = all.filter(({ loads }) => loads.some(isOverAllocated)).map(({ name }) => name)
    const { rows, total, over } = await shown({ over: true })
    expect(rows.map(({ name }) => name).sort()).toEqual(expected.sort())
    expect(expected).toContain('Tomás Rey')
    expect(expected.length).toBeLessThan(all.length)
    expect(total).toBe(expected.length)
    expect(over[0]!.name).toBe(rows[0]!.name)
  })
})
