import type { StaffActor, Tx } from '@countersign/db/connect'
import { savedViews } from '@countersign/db/tables/margins'
import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { removeView, saveView } from './save-view'

let db: StoryDatabase
let priya: StaffActor
let jonas: StaffActor
beforeAll(async () => {
  db = await storyDatabase('save view')
  priya = await db.staff('priya')
  jonas = await db.staff('jonas')
  await db.admin`delete from saved_views`
})
afterAll(() => db.close())

const save = (by: StaffActor, name: string, query: string) =>
  db.console.write(by, (tx) => saveView(tx, { place: 'margins', name, query, by }))
const views = (by: StaffActor) =>
  db.console.read(by, (tx: Tx) => tx.select().from(savedViews).orderBy(asc(savedViews.name)))

describe('a view of one’s own', () => {
  test('is kept by its name, and the same name takes the new address', async () => {
    await save(priya, 'Thin', 'sort=margin')
    await save(priya, 'Open', 'sort=open')
    await save(priya, 'Thin', 'sort=margin&dir=desc')
    expect((await views(priya)).map(({ name, query }) => [name, query])).toEqual([
      ['Open', 'sort=open'],
      ['Thin', 'sort=margin&dir=desc'],
    ])
  })

  test('is nobody else’s: neither seen, taken over nor removed', async () => {
    await save(jonas, 'Thin', 'sort=name')
    expect((await views(jonas)).map(({ query }) => query)).toEqual(['sort=name'])
    const [, thin] = await views(priya)
    expect(await db.console.write(jonas, (tx) => removeView(tx, { viewId: thin!.id, by: jonas }))).toBeNull()
    // Even when it is asked for in her name.
    expect(await db.console.write(jonas, (tx) => removeView(tx, { viewId: thin!.id, by: priya }))).toBeNull()
    await expect(
      db.console.write(jonas, (tx) => saveView(tx, { place: 'margins', name: 'Hers', query: '', by: priya })),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await views(priya)).toHaveLength(2)
  })

  test('is removed once', async () => {
    const [open] = await views(priya)
    const remove = () => db.console.write(priya, (tx) => removeView(tx, { viewId: open!.id, by: priya }))
    expect(await remove()).toEqual({ place: 'margins' })
    expect(await remove()).toBeNull()
    expect((await views(priya)).map(({ name }) => name)).toEqual(['Thin'])
  })
})
