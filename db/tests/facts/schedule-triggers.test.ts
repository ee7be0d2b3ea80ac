import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
let nordwerft: string
beforeAll(async () => {
  db = await storyDatabase('schedule triggers')
  nordwerft = await db.idOf.project('NW-2604')
})
afterAll(() => db.close())

/** The state of a milestone after something else was so, as the owner of the tables; undone. */
async function stateOf(name: string, ...statements: string[]) {
  const undo = new Error('undo')
  let found: unknown
  await db.admin
    .begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      for (const statement of statements) await sql.unsafe(statement)
      const [row] = await sql`
        select released_minor = amount_minor as released, released_at is not null as dated
        from app.billing_milestone_states where project_id = ${nordwerft} and name = ${name}`
      found = row
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return found
}
const released = { released: true, dated: true }
const waiting = { released: false, dated: false }
const of = (name: string) => `project_id = '${nordwerft}' and name = '${name}'`
const unsigned = () => `update contracts set signed_on = null where project_id = '${nordwerft}'`
const because = (trigger: string, more = '') =>
  `update billing_milestones set trigger = '${trigger}', at_percent = null ${more} where ${of('Hälfte umgesetzt')}`

describe('a billing milestone', () => {
  test('on its day is released from that day on, where the project is', async () => {
    const day = (text: string) =>
      because('date', `, due_on = (now() at time zone 'Europe/Berlin')::date ${text}`)
    expect(await stateOf('Hälfte umgesetzt', day('+ 1'))).toEqual(waiting)
    expect(await stateOf('Hälfte umgesetzt', day('+ 0'))).toEqual(released)
    expect(await stateOf('Hälfte umgesetzt', day('- 1'))).toEqual(released)
    expect(await stateOf('Hälfte umgesetzt', day('- 1'), unsigned())).toEqual(waiting)
  })

  test('of a period is released after its last day', async () => {
    const day = (text: string) =>
      because('period', `, due_on = (now() at time zone 'Europe/Berlin')::date ${text}`)
    expect(await stateOf('Hälfte umgesetzt', day('+ 0'))).toEqual(waiting)
    expect(await stateOf('Hälfte umgesetzt', day('- 1'))).toEqual(released)
  })

  test('by progress is released when a publication told of it, and stays so', async () => {
    expect(await stateOf('Hälfte umgesetzt')).toEqual(waiting)
    const told = (number: number, percent: number) => `
      insert into publications (project_id, number, published_by, published_at, projection, digest)
      select project_id, ${number}, published_by, now(), jsonb_build_object('percentComplete', ${percent}), digest
      from publications where project_id = '${nordwerft}' limit 1`
    expect(await stateOf('Hälfte umgesetzt', told(90, 49))).toEqual(waiting)
    expect(await stateOf('Hälfte umgesetzt', told(90, 50))).toEqual(released)
    expect(await stateOf('Hälfte umgesetzt', told(90, 50), told(91, 45))).toEqual(released)
  })

  test('that is a deposit is released by the signature', async () => {
    expect(await stateOf('Anzahlung')).toEqual(released)
    expect(await stateOf('Anzahlung', unsigned())).toEqual(waiting)
  })

  test('that is held back waits for the final acceptance', async () => {
    expect(await stateOf('Sicherheitseinbehalt')).toEqual(waiting)
  })
})
