import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { submitDeliverable } from '@countersign/operations/submit-deliverable'
import { staffCast } from '@countersign/story/cast'
import { staffArrives } from '@countersign/story/arrivals'
import { connect, type Db, type StaffActor } from '../../src/connect'
import { migrate } from '../../src/migrate'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/server/embedded-postgres'
import { roleUrls } from '../../src/server/role-urls'

const passwords = { portal_app: 'portal', console_app: 'console', worker_app: 'worker' }
let home: string
let server: EmbeddedPostgres
let logins: { portal: Db; console: Db; worker: Db }
let mara: StaffActor
let projectId: string
let deliverableIds: string[]
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'countersign-power-cut-'))
  chmodSync(home, 0o711)
  server = await startEmbeddedPostgres({ home })
  await migrate({ adminUrl: server.adminUrl, passwords })
  openLogins()
  ;({ projectId, deliverableIds, mara } = await projectToSubmitIn())
}, 60_000)
afterAll(async () => {
  await closeLogins()
  await server.stop()
  rmSync(home, { recursive: true, force: true })
})

function openLogins() {
  const urls = roleUrls(server.adminUrl, passwords)
  logins = { portal: connect(urls.portal), console: connect(urls.console), worker: connect(urls.worker) }
}
const closeLogins = () => Promise.all(Object.values(logins).map((login) => login.close()))

async function asAdmin<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Three deliverables with a contract: what a submission needs, and nothing else. */
async function projectToSubmitIn() {
  const made = await asAdmin(async (sql) => {
    const person = { ...staffCast.mara, timeZone: 'Europe/Berlin' }
    const [staff] = await sql<{ id: string }[]>`
      insert into staff (name, email, role, job_role, locale, time_zone)
      values (${person.name}, ${person.email}, ${person.role}, ${person.jobRole}, 'en', ${person.timeZone}) returning id`
    const [project] = await sql<{ id: string }[]>`
      with c as (
        insert into customers (name, kind, locale, time_zone) values ('Harbour', 'external', 'en', 'Europe/London') returning id
      )
      insert into projects (code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day)
      select 'HT-1', 'Cut', c.id, ${staff!.id}, 'scope', 'Europe/London', '2026-01-05T08:00', 480 from c returning id`
    const deliverables = await sql<{ id: string }[]>`
      insert into deliverables (project_id, code, name, kind, position)
      select ${project!.id}, 'D' || n, 'Deliverable ' || n, 'charter', n from generate_series(1, 3) n returning id`
    await sql`insert into acceptance_criteria (project_id, deliverable_id, position, statement)
      select project_id, id, 1, 'It is there.' from deliverables`
    await sql.begin(async (tx) => {
      await tx`insert into contracts (project_id, currency, value_minor, tax_basis_points, payment_term_days)
        values (${project!.id}, 'EUR', 100, 0, 30)`
      await tx`with line as (
          insert into contract_lines (project_id, position, name, kind, recognition, original_minor)
          values (${project!.id}, 1, 'All', 'fixed-price', 'at-acceptance', 100) returning id
        )
        insert into billing_milestones (project_id, contract_line_id, name, amount_minor, position)
        select ${project!.id}, id, 'All', 100, 1 from line`
      await tx`insert into billing_milestone_releases (project_id, billing_milestone_id, deliverable_id)
        select d.project_id, m.id, d.id from deliverables d, billing_milestones m`
    })
    return { staffId: staff!.id, projectId: project!.id, deliverableIds: deliverables.map(({ id }) => id) }
  })
  return { ...made, mara: await staffArrives(logins, made.staffId) }
}

/** The plug is pulled: every process of the server ends at once, with no chance to write anything more. */
async function pullThePlug() {
  const pids = await asAdmin(async (sql) => {
    const [file] = await sql<
      { pid: number }[]
    >`select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid`
    const others = await sql<
      { pid: number }[]
    >`select pid from pg_stat_activity where pid <> pg_backend_pid()`
    return [file!.pid, ...others.map(({ pid }) => pid)]
  })
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already, with the first of them.
    }
  }
  await server.ended
}

const submission = (index: number) => ({
  projectId,
  deliverableId: deliverableIds[index]!,
  message: '',
  files: [{ name: 'it.txt', sha256: String(index).repeat(64), size: 1, mediaType: 'text/plain' }],
  by: mara,
  now: new Date(),
})

describe('a power cut in the middle of a submission', () => {
  test('leaves all of it or nothing: version, files and the job that tells the customer', async () => {
    const written = [signal(), signal()]
    const never = new Promise<never>(() => {})
    const acknowledged = await logins.console.write(mara, (tx) => submitDeliverable(tx, submission(0)))
    // One has written everything and not committed, one has stopped before its job was added. Neither sends anything
    // afterwards: postgres.js 3.4.9 ends the process when it writes to a connection that is gone (porsager/postgres#1208).
    const open = logins.console.write(mara, async (tx) => {
      await submitDeliverable(tx, submission(1))
      written[0]!.give()
      return never
    })
    const half = logins.console.write(mara, async (tx) => {
      const stopped = Object.create(tx, {
        execute: { value: () => (written[1]!.give(), never) },
      }) as typeof tx
      return submitDeliverable(stopped, submission(2))
    })
    const outcomes = Promise.allSettled([open, half])
    await Promise.all(written.map(({ given }) => given))
    await pullThePlug()
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await closeLogins()

    server = await startEmbeddedPostgres({ home })
    openLogins()
    expect(acknowledged).toMatchObject({ ok: true, version: 1 })
    const whole = { submissions: 1, files: 1, named: 1, jobs: 1 }
    const nothing = { submissions: 0, files: 0, named: 0, jobs: 0 }
    expect(await whatIsThere(0)).toEqual(whole)
    expect(await whatIsThere(1)).toEqual(nothing)
    expect(await whatIsThere(2)).toEqual(nothing)
    const again = await logins.console.write(mara, (tx) => submitDeliverable(tx, submission(1)))
    expect(again).toMatchObject({ ok: true, version: 1 })
  }, 60_000)
})

async function whatIsThere(index: number) {
  const deliverableId = deliverableIds[index]!
  const [row] = await asAdmin(
    (sql) => sql<Record<string, number>[]>`
      select (select count(*)::int from submissions where deliverable_id = ${deliverableId}) as submissions,
        (select count(*)::int from files where sha256 = ${String(index).repeat(64)}) as files,
        (select count(*)::int from submission_files where sha256 = ${String(index).repeat(64)}) as named,
        (select count(*)::int from graphile_worker._private_jobs j
          join submissions s on j.key = 'submission ' || s.id where s.deliverable_id = ${deliverableId}) as jobs`,
  )
  return row
}

function signal() {
  let give!: () => void
  const given = new Promise<void>((settle) => (give = settle))
  return { give, given }
}
