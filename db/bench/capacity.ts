import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { loadsOf, mondaysFrom } from '@countersign/operations/loads-of'
import { staffArrives } from '@countersign/story/arrivals'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { resources } from '../../apps/console/app/routes/resources/queries.server'
import { connect, type Db, type StaffActor } from '../src/connect'
import { migrate } from '../src/migrate'
import { startEmbeddedPostgres } from '../src/server/embedded-postgres'
import { roleUrls } from '../src/server/role-urls'
import { fillPeople } from './fill-people'

// How long the heat map's own queries take as a manager asks them, with a hundred people and with a thousand: a page of
// it, its search, the weeks of everybody that ask for too much, and half a year of everybody. Prints medians, 95th
// percentiles and how much slower a thousand is.

const passwords = { portal_app: 'p', console_app: 'c', worker_app: 'w' }
const ROUNDS = 15
const SIZES = [100, 1000] as const
const today = localDateIn('Europe/Berlin', new Date())
const monday = mondayOf(addDays(today, -7))

const medians = new Map<string, number[]>()
line('milliseconds', 'people', 'median', 'p95', 'ratio')
for (const count of SIZES) await measureAll(count)

async function measureAll(count: number) {
  const home = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
  chmodSync(home, 0o711)
  const server = await startEmbeddedPostgres({ home })
  try {
    await migrate({ adminUrl: server.adminUrl, passwords })
    const sql = postgres(server.adminUrl, { max: 1, onnotice: () => undefined })
    await fillPeople(sql, { people: count, from: monday, weeks: 26 })
    const urls = roleUrls(server.adminUrl, passwords)
    const logins = {
      portal: connect(urls.portal),
      console: connect(urls.console),
      worker: connect(urls.worker),
    }
    const [person] = await sql<{ id: string }[]>`
      select id from staff where role = 'project_manager' order by email limit 1`
    const ids = (await sql<{ id: string }[]>`select id from staff order by name`).map(({ id }) => id)
    await measure(logins.console, await staffArrives(logins, person!.id), ids, count)
    await Promise.all([logins.portal.close(), logins.console.close(), logins.worker.close(), sql.end()])
  } finally {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function measure(db: Db, manager: StaffActor, ids: string[], count: number) {
  const asked = { monday, role: '', skill: '', unit: '', named: '', over: false, page: 1 }
  const page = (more: Partial<typeof asked>) =>
    db.read(manager, (tx) => resources(tx, { ...asked, ...more }, manager, mondayOf(today)))
  await time('the page', count, () => page({}))
  await time('the last page', count, () => page({ page: 99 }))
  await time('one person by name', count, () => page({ named: 'team_member 17' }))
  await time('who is asked for too much, of all', count, () => page({ over: true }))
  await time('everybody, 26 weeks', count, () =>
    db.read(manager, (tx) => loadsOf(tx, ids, mondaysFrom(monday, 26))),
  )
}

async function time(what: string, people: number, work: () => Promise<unknown>) {
  for (let round = 0; round < 3; round++) await work()
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const [median, p95] = [took[ROUNDS >> 1]!, took[Math.ceil(ROUNDS * 0.95) - 1]!]
  const before = medians.get(what) ?? []
  const ratio = before.length > 0 ? `× ${(median / before[0]!).toFixed(1)}` : ''
  medians.set(what, [...before, median])
  line(what, String(people), median.toFixed(1), p95.toFixed(1), ratio)
}

function line(what: string, ...cells: string[]) {
  process.stdout.write(`${what.padEnd(40)}${cells.map((cell) => cell.padStart(12)).join('')}\n`)
}
