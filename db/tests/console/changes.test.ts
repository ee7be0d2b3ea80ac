import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { sends } from './sends'

const DENIED = '42501'

/** Whoever took over the console's process alters no contract but through the customer's approval. */
let db: StoryDatabase
let asks: ReturnType<typeof sends>
let jonas: StaffActor
let mara: StaffActor
let priya: StaffActor
let nordwerft: string
beforeAll(async () => {
  db = await storyDatabase('changes')
  asks = sends(db)
  ;[jonas, mara, priya] = [await db.staff('jonas'), await db.staff('mara'), await db.staff('priya')]
  nordwerft = await db.idOf.project('NW-2604')
})
afterAll(() => db.close())

const failure = (actor: StaffActor, statement: string) =>
  asks.rows(actor, `${statement}; set constraints all immediate`).then(
    () => null,
    (error: { constraint_name?: string; code?: string }) => error.constraint_name || error.code,
  )
const decides = (outcome: string, staffId: string) => `
  insert into change_decisions (project_id, change_request_id, outcome, staff_id, reason, digest)
  select project_id, id, '${outcome}', '${staffId}', 'x', digest from change_requests
    where project_id = '${nordwerft}' and id not in (select change_request_id from change_decisions)`

describe('what a contract is worth', () => {
  test('is its lines as signed and each approved change, to the last cent, for every contract', async () => {
    const rows = await db.admin`
      select c.project_id from contracts c
      join app.contract_line_values v on v.project_id = c.project_id
      group by c.project_id, c.value_minor having c.value_minor <> sum(v.current_minor)
        or sum(v.current_minor) <> sum(v.original_minor) + sum(v.changed_minor)`
    expect([...rows]).toEqual([])
    const changes = await db.admin`
      select r.id from change_requests r where r.value_minor <> (
        select coalesce(sum(l.delta_minor), 0) from change_request_lines l where l.change_request_id = r.id)`
    expect([...changes]).toEqual([])
  })

  test('is read by its manager and finance, and by no other manager', async () => {
    const lines = async (actor: StaffActor) =>
      (await asks.rows(actor, `select * from app.contract_line_values where project_id = '${nordwerft}'`))
        .length
    expect(await lines(jonas)).toBe(5)
    expect(await lines(priya)).toBe(5)
    expect(await lines(mara)).toBe(0)
    for (const who of ['tomas', 'ewan', 'ines'] as const)
      expect(await asks.refusal(await db.staff(who), 'select * from contract_lines')).toBe(DENIED)
  })
})

describe('a contract', () => {
  test('stands once something was submitted, its lines too', async () => {
    for (const statement of [
      `update contract_lines set original_minor = original_minor + 1 where project_id = '${nordwerft}'`,
      `update contracts set value_minor = value_minor + 1 where project_id = '${nordwerft}'`,
      `update billing_milestones set due_on = '2020-01-01' where project_id = '${nordwerft}'`,
      `insert into contract_lines (project_id, position, name, kind, recognition, original_minor)
        values ('${nordwerft}', 99, 'More', 'capped', 'as-worked', 1)`,
    ])
      expect(await failure(jonas, statement)).toBe('contract_stands_once_submitted')
  })

  test('is changed by the customer’s approval alone: we only take a change back, in the own name', async () => {
    expect(await failure(jonas, decides('approved', jonas.staffId))).toBe(DENIED)
    expect(await failure(jonas, decides('rejected', jonas.staffId))).toBe(DENIED)
    expect(await failure(jonas, decides('withdrawn', mara.staffId))).toBe(DENIED)
    expect(await failure(jonas, decides('withdrawn', jonas.staffId))).toBeNull()
    expect(await failure(priya, decides('withdrawn', priya.staffId))).toBe(DENIED)
    expect(await asks.refusal(jonas, `select app.apply_change(id) from change_requests`)).toBe(DENIED)
  })

  test('tells finance that and when a change was decided, and no word of it', async () => {
    expect((await asks.rows(priya, 'select outcome, decided_at from change_decisions')).length).toBe(1)
    expect(await asks.refusal(priya, 'select reason from change_decisions')).toBe(DENIED)
    expect(await asks.refusal(priya, 'select consent_text from change_decisions')).toBe(DENIED)
    expect(await asks.refusal(priya, 'select id, code, name, acceptance from deliverables')).toBeNull()
  })
})

describe('in the portal a change', () => {
  const seen = async (who: string, statement: string) => {
    const { token } = await db.contact(who)
    return db.portal.sql.begin(async (tx) => {
      await tx`select set_config('app.session_token', ${token}, true)`
      return [...(await tx.unsafe(statement))]
    })
  }

  test('is seen by its customer, and by no other', async () => {
    expect(await seen('wiebke', 'select number from portal.changes order by 1')).toEqual([
      { number: 1 },
      { number: 2 },
    ])
    for (const view of ['changes', 'change_lines', 'change_milestones'])
      expect(await seen('grace', `select * from portal.${view}`)).toEqual([])
    expect(
      await seen('grace', `select * from portal.contract_lines where project_id = '${nordwerft}'`),
    ).toEqual([])
  })

  test('is not there to be decided on for another customer', async () => {
    const decide = `select portal.record_change_decision(id, 'approved', 'Grace Okafor', 'x', '', 'en')
      from (values ((select gen_random_uuid()))) absent (id)`
    await expect(seen('grace', decide)).rejects.toMatchObject({ code: DENIED })
    const [open] = await db.admin<{ id: string }[]>`
      select change_request_id as id from app.change_request_states where state = 'proposed'`
    const theirs = `select portal.record_change_decision('${open!.id}', 'approved', 'Grace Okafor', 'x', '', 'en')`
    await expect(seen('grace', theirs)).rejects.toMatchObject({ code: DENIED })
  })
})
