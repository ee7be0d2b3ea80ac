import { addDays, addMonths, localDateIn } from '@countersign/domain/calendar-day'
import { monthOf } from '@countersign/domain/month'
import { approveWeek } from '@countersign/operations/approve-week'
import { closeMonth } from '@countersign/operations/close-month'
import { reopenMonth } from '@countersign/operations/reopen-month'
import { staffArrives, type Logins } from '@countersign/story/arrivals'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { milestonesToCome } from '../../apps/console/app/routes/billing/queries.server'
import { billingQueue } from '../../apps/console/app/routes/billing/queue.server'
import { marginListOf, marginsPage } from '../../apps/console/app/routes/margins/queries.server'
import { projectMoney } from '../../apps/console/app/routes/project-money/queries.server'
import { connect, type StaffActor } from '../src/connect'
import { migrate } from '../src/migrate'
import { startEmbeddedPostgres } from '../src/server/embedded-postgres'
import { roleUrls } from '../src/server/role-urls'
import { fillMoney, type Amount } from './fill-money'

// What finance and managers open every day, in a company of a thousand projects and in a tenth of it: the pages' own
// queries and the operations themselves, as the people's own roles. Prints medians and 95th percentiles and fails where
// a table takes longer, or grows more, than was promised.

/** `npm run bench:money -w db -- 200` tries it with fewer projects. */
const projects = Number(process.argv[2] ?? 1000)
// A tenth of them still has one for each of the twenty managers.
if (!(projects >= 200)) throw new RangeError('the bench wants 200 projects or more')
const whole: Amount = { projects, entriesEach: 1000, invoicesEach: 50 }
const tenth: Amount = { ...whole, projects: Math.ceil(projects / 10) }
const passwords = { portal_app: 'p', console_app: 'c', worker_app: 'w' }
const today = localDateIn('Europe/Berlin', new Date())

type Figure = { median: number; p95: number }
type Figures = Map<string, Figure>
const tables = [
  'margins, first page by margin',
  'one project’s margin and waterfall',
  'billing queue',
  'approving a week',
]

const home = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
chmodSync(home, 0o711)
const server = await startEmbeddedPostgres({ home })
const failed: string[] = []
try {
  const small = await figuresOf('tenth', tenth)
  const large = await figuresOf('whole', whole)
  line('milliseconds', 'a tenth', '', 'whole', '', 'ratio')
  line('', 'median', 'p95', 'median', 'p95', '')
  for (const [what, { median, p95 }] of large) {
    const before = small.get(what)!
    const ratio = median / before.median
    line(what, ...[before.median, before.p95, median, p95].map((ms) => ms.toFixed(1)), ratio.toFixed(2))
    if (!tables.includes(what)) continue
    if (median >= 100) failed.push(`${what} takes 100 ms or more at the median`)
    // Below that nobody sees a difference, and the clock hardly does.
    if (ratio >= 1.5 && median - before.median > 5) failed.push(`${what} grows by half or more`)
  }
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
for (const why of failed) process.stderr.write(`Failed: ${why}.\n`)
process.exit(failed.length === 0 ? 0 : 1)

async function figuresOf(name: string, amount: Amount): Promise<Figures> {
  const admin = new URL(server.adminUrl)
  const cluster = postgres(server.adminUrl, { max: 1, onnotice: () => undefined })
  await cluster`create database ${cluster(name)}`
  await cluster.end()
  admin.pathname = `/${name}`
  await migrate({ adminUrl: admin.href, passwords })
  const sql = postgres(admin.href, { max: 2, onnotice: () => undefined })
  const began = performance.now()
  say(`${name}: filling ${amount.projects} projects`)
  await fillMoney(sql, amount, (part) => say(`${name}: ${part} (${secondsSince(began)} s)`))
  const [count] = await sql<Record<'projects' | 'entries' | 'invoices', string>[]>`
    select (select count(*) from projects) as projects, (select count(*) from time_entries) as entries,
      (select count(*) from invoices) as invoices`
  say(
    `${name}: ${count!.projects} projects, ${count!.entries} hours' entries, ${count!.invoices} invoices in ${secondsSince(began)} s`,
  )
  const urls = roleUrls(admin.href, passwords)
  const logins: Logins = {
    portal: connect(urls.portal),
    console: connect(urls.console),
    worker: connect(urls.worker),
  }
  try {
    return await measure(name, sql, logins)
  } finally {
    await Promise.all([logins.portal.close(), logins.console.close(), logins.worker.close(), sql.end()])
  }
}

async function measure(name: string, sql: postgres.Sql, logins: Logins): Promise<Figures> {
  const { console: db } = logins
  const personOf = async (email: string): Promise<StaffActor> => {
    const [row] = await sql<{ id: string }[]>`select id from staff where email = ${email}`
    return staffArrives(logins, row!.id)
  }
  const finance = await personOf('finance1@bench.example')
  const manager = await personOf('project_manager1@bench.example')
  const figures: Figures = new Map()
  const time = async (what: string, times: number, work: (round: number) => Promise<unknown>, warm = 3) => {
    for (let round = 0; round < warm; round += 1) await work(round)
    const took: number[] = []
    for (let round = 0; round < times; round += 1) {
      const began = performance.now()
      await work(round + warm)
      took.push(performance.now() - began)
    }
    took.sort((a, b) => a - b)
    say(`${name}: ${what}, ${times === 1 ? 'once' : `${times} times`}`)
    figures.set(what, { median: took[Math.floor(times / 2)]!, p95: took[Math.ceil(times * 0.95) - 1]! })
  }

  const byMargin = marginListOf(new URL('http://console.example/margins?sort=-margin'))
  await time(tables[0]!, 40, () => db.read(finance, (tx) => marginsPage(tx, byMargin, finance.role)))

  const own = await sql<
    { id: string }[]
  >`select id from projects where manager_id = ${manager.staffId} order by code`
  await time(tables[1]!, 40, (round) =>
    db.read(manager, (tx) => projectMoney(tx, own[round % own.length]!.id, 'task', today)),
  )
  await time(tables[2]!, 40, () =>
    db.read(finance, (tx) => Promise.all([billingQueue(tx, { page: 1, today }), milestonesToCome(tx)])),
  )

  const weeks = await sql<{ projectId: string; staffId: string; weekOn: string; minutes: number }[]>`
    select t.project_id as "projectId", t.staff_id as "staffId", date_trunc('week', t.worked_on)::date::text as "weekOn",
      sum(t.minutes)::int as minutes
    from time_entries t join projects p on p.id = t.project_id
    where t.approved_at is null and p.manager_id = ${manager.staffId} group by 1, 2, 3 order by 1, 2, 3 limit 43`
  if (weeks.length < 10) throw new Error('too few weeks are handed in for a bench')
  await time('approving a week', weeks.length - 3, async (round) => {
    const approved = await db.write(manager, (tx) =>
      approveWeek(tx, { ...weeks[round]!, by: manager, now: new Date() }),
    )
    if (!approved.ok) throw new Error(`a week was refused: ${approved.why}`)
  })

  await closings(sql, db, finance, time)
  return figures
}

type Timer = (
  what: string,
  times: number,
  work: (round: number) => Promise<unknown>,
  warm?: number,
) => Promise<void>

/** The first closing takes all months before along; then one month after another, as every year has twelve. */
async function closings(sql: postgres.Sql, db: Logins['console'], finance: StaffActor, time: Timer) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update time_entries t set approved_at = now(), approved_by = p.manager_id from projects p
      where p.id = t.project_id and t.approved_at is null`
  })
  const close = async (monthOn: string) => {
    const closed = await db.write(finance, (tx) =>
      closeMonth(tx, { monthOn, today: addDays(today, 1), by: finance, now: new Date() }),
    )
    if (!closed.ok) throw new Error(`the month was refused: ${closed.why}`)
  }
  const last = addMonths(monthOf(today), -1)
  await time('closing the first month, with all before', 1, () => close(addMonths(last, -5)), 0)
  await time('closing a month', 5, (round) => close(addMonths(last, round - 4)), 0)
  await time(
    'opening the last month again',
    1,
    async () => {
      const opened = await db.write(finance, (tx) =>
        reopenMonth(tx, { monthOn: last, reason: 'Bench', by: finance, now: new Date() }),
      )
      if (!opened.ok) throw new Error(`opening was refused: ${opened.why}`)
    },
    0,
  )
}

/** What it does just now: a million hours take minutes. */
function say(what: string) {
  process.stdout.write(`${what}\n`)
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0)
}

function line(what: string, ...figures: string[]) {
  process.stdout.write(`${what.padEnd(44)}${figures.map((figure) => figure.padStart(10)).join('')}\n`)
}
