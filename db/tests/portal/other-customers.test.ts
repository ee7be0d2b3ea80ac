import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactCast, type ContactName } from '@countersign/story/cast'
import type { ContactActor } from '../../src/connect'
import { storyDatabase, type StoryDatabase } from '../harness/story'

/** Every row of every portal view, as this contact reads it, is the same whether other customers are there or not. */
let db: StoryDatabase
const people: { who: ContactName; actor: ContactActor; before: string }[] = []
let views: string[]
/** One contact of every customer. */
const oneOfEach = ['grace', 'katrin', 'samuel', 'henrik'] as const
beforeAll(async () => {
  db = await storyDatabase('other customers')
  const rows = await db.admin<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'portal'::regnamespace and relkind = 'v' order by 1`
  views = rows.map(({ name }) => name)
})
afterAll(() => db.close())

async function everythingOf(actor: ContactActor): Promise<string> {
  const read = await db.portal.sql.begin(async (tx) => {
    await tx`select set_config('app.session_token', ${actor.token}, true)`
    const seen: Record<string, string[]> = {}
    for (const view of views) {
      const rows = await tx<{ row: string }[]>`select to_jsonb(v)::text as row from ${tx(`portal.${view}`)} v`
      seen[view] = rows.map(({ row }) => row).sort()
    }
    return seen
  })
  return JSON.stringify(read, null, 1)
}

/** As if these customers had never been: their projects with everything in them, their people, their sessions. */
async function forget(sql: postgres.Sql, customerId: string) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    const projects = await tx<{ id: string }[]>`select id from projects where customer_id = ${customerId}`
    const ids = projects.map(({ id }) => id)
    const nouns = await tx<{ noun: string }[]>`
      select c.relname as noun from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'project_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
    for (const { noun } of nouns) await tx`delete from ${tx(noun)} where project_id = any (${ids})`
    await tx`delete from contact_sessions where contact_id in (select id from contacts where customer_id = ${customerId})`
    await tx`delete from contacts where customer_id = ${customerId}`
    await tx`delete from projects where customer_id = ${customerId}`
    await tx`delete from customers where id = ${customerId}`
  })
}

describe('what a customer reads', () => {
  test.each(oneOfEach)('is there at all: %s', async (who) => {
    const actor = await db.contact(who)
    const before = await everythingOf(actor)
    expect(before).toContain(contactCast[who].name)
    const others = oneOfEach.filter((other) => other !== who)
    for (const other of others) expect(before).not.toContain(contactCast[other].name)
    people.push({ who, actor, before })
  })

  test('is the same to the byte without every other customer', async () => {
    const grace = people.find(({ who }) => who === 'grace')!
    const others = people.filter(({ who }) => who !== 'grace')
    for (const { actor } of others) await forget(db.admin, actor.customerId)
    expect(await everythingOf(grace.actor)).toBe(grace.before)
    for (const { actor } of others)
      expect(Object.values(JSON.parse(await everythingOf(actor)) as object).flat()).toEqual([])
    expect(await db.admin`select code from projects`).toEqual([{ code: 'HT-2601' }])
  })

  test('is the same to the byte with another customer whose data are all alike but for one', async () => {
    const [copy] = await db.admin<{ id: string }[]>`
      insert into customers (name, kind, locale, time_zone) values ('Harbour Telecom plc.', 'external', 'en', 'Europe/London')
      returning id`
    const [project] = await db.admin<{ id: string }[]>`
      insert into projects (code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day)
      select 'HT-2601b', name, ${copy!.id}, manager_id, publishes, time_zone, starts_local, minutes_per_day
      from projects returning id`
    const projectId = project!.id
    await db.admin`insert into contacts (customer_id, name, email, locale, time_zone)
      values (${copy!.id}, 'Grace Okafor', 'grace.okafor@harbour2.example', 'en', 'Europe/London')`
    await db.admin`insert into project_contacts (project_id, contact_id, role)
      select ${projectId}, id, 'signatory' from contacts where customer_id = ${copy!.id}`
    await db.admin`insert into publications (project_id, number, published_by, published_at, projection, digest)
      select ${projectId}, number, published_by, published_at, projection, digest from publications`
    await db.admin`insert into deliverables (project_id, code, name, kind, position)
      select ${projectId}, code, name, kind, position from deliverables`
    await db.admin.begin(async (sql) => {
      // The copy's customer confirmed no criteria: the rule that asks for it stands aside.
      await sql`set local session_replication_role = replica`
      await sql`insert into submissions (project_id, deliverable_id, version, submitted_by, criteria, releases, value_minor, currency, digest)
        select ${projectId}, copy.id, s.version, s.submitted_by, s.criteria, s.releases, s.value_minor, s.currency, s.digest
        from submissions s join deliverables d on d.id = s.deliverable_id
        join deliverables copy on copy.project_id = ${projectId} and copy.code = d.code`
    })
    await db.admin`insert into submission_files (project_id, submission_id, position, name, sha256)
      select ${projectId}, s.id, 1, 'same.pdf', (select sha256 from submission_files limit 1)
      from submissions s where s.project_id = ${projectId}`
    const { actor, before } = people.find(({ who }) => who === 'grace')!
    expect(await everythingOf(actor)).toBe(before)
    const copied = await db.contact('grace.okafor@harbour2.example')
    expect(await everythingOf(copied)).toContain('HT-2601b')
    expect(await everythingOf(copied)).not.toContain(`"${await db.idOf.project('HT-2601')}"`)
  })
})
