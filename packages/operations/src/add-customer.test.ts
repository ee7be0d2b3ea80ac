import type { StaffActor } from '@countersign/db/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { addCustomer } from './add-customer'

let db: StoryDatabase
let mara: StaffActor
beforeAll(async () => {
  db = await storyDatabase('add customer')
  mara = await db.staff('mara')
})
afterAll(() => db.close())

const customer = (name: string) => ({
  name,
  kind: 'external' as const,
  address: '',
  locale: 'de' as const,
  timeZone: 'Europe/Berlin',
})

describe('adding a customer', () => {
  test('takes a new name', async () => {
    expect(await db.tried(mara, (tx) => addCustomer(tx, customer('Inselwerke')))).toMatchObject({ ok: true })
  })

  test('is refused for a name that is taken', async () => {
    const [taken] = await db.admin<{ name: string }[]>`select name from customers limit 1`
    expect(await nothingWritten(db, mara, (tx) => addCustomer(tx, customer(taken!.name)))).toEqual({
      ok: false,
      why: 'name-taken',
    })
  })
})
