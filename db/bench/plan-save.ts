import { deleteTasks, insertTask } from '@countersign/domain/workspace/outline-commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { planEditsSince, planRevision } from '@countersign/operations/plan-edits-since'
import { savePlanEdits } from '@countersign/operations/save-plan-edits'
import { foundProject } from '@countersign/operations/found-project'
import { recordPlanImport } from '@countersign/operations/record-plan-import'
import { storedPlan } from '@countersign/operations/stored-plan'
import { staffArrives } from '@countersign/story/arrivals'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import postgres from 'postgres'
import { planContents } from '../../apps/console/app/routes/plan-contents/queries.server'
import { generatedNetwork } from '../../packages/domain/bench/generated-network'
import { connect, type Db, type StaffActor } from '../src/connect'
import { migrate } from '../src/migrate'
import { startEmbeddedPostgres } from '../src/server/embedded-postgres'
import { roleUrls } from '../src/server/role-urls'

// How long a manager waits until an edit of a plan is saved, as the manager's own role, the whole transaction; and how
// many bytes a plan is that a workspace opens. Prints medians and 95th percentiles.

const passwords = { portal_app: 'p', console_app: 'c', worker_app: 'w' }
const ROUNDS = 30
/** `npm run bench:plan -w db -- 1000` measures one size. */
const sizes = process.argv[2] ? [Number(process.argv[2])] : [1000, 5000]
const home = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
chmodSync(home, 0o711)
const server = await startEmbeddedPostgres({ home })
try {
  await migrate({ adminUrl: server.adminUrl, passwords })
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => undefined })
  const urls = roleUrls(server.adminUrl, passwords)
  const logins = {
    portal: connect(urls.portal),
    console: connect(urls.console),
    worker: connect(urls.worker),
  }
  const [person] = await sql<{ id: string }[]>`
    insert into staff (name, email, role, job_role, locale, time_zone)
    values ('Manager', 'manager@bench.example', 'project_manager', '', 'en', 'Europe/Berlin') returning id`
  const [customer] = await sql<{ id: string }[]>`
    insert into customers (name, kind, locale, time_zone) values ('Customer', 'external', 'en', 'Europe/Berlin')
    returning id`
  const manager = await staffArrives(logins, person!.id)
  line('milliseconds', 'tasks', 'median', 'p95')
  for (const tasks of sizes) await measure(logins.console, manager, customer!.id, tasks)
  await Promise.all([logins.portal.close(), logins.console.close(), logins.worker.close(), sql.end()])
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}

async function measure(db: Db, manager: StaffActor, customerId: string, count: number) {
  const plan = generatedNetwork(count, 42)
  const projectId = await db.write(manager, async (tx) => {
    const read = { fileName: 'b.xml', fileSha256: 'b'.repeat(64), title: 'Bench', plan, notUnderstood: [] }
    const kept = await recordPlanImport(tx, { into: { customerId }, by: manager, ...read })
    if (!kept.ok) throw new Error(kept.why)
    const words = {
      code: `B-${count}`,
      name: 'Bench',
      objective: '',
      charter: { name: 'Charter', criteria: ['Agreed'] },
    }
    const founded = await foundProject(tx, {
      importId: kept.importId,
      now: new Date(),
      by: manager,
      ...words,
    })
    if (!founded.ok) throw new Error(founded.why)
    return founded.projectId
  })
  const stored = await db.read(manager, (tx) => storedPlan(tx, projectId))
  const { plan: now } = stored!
  const leaves = now.tasks.filter((task) => !task.isSummary)
  const [early, late] = [leaves[5]!, leaves.at(-3)!]
  const save = async (edits: WorkspaceEdit[]) =>
    db.write(manager, async (tx) => {
      const base = (await planRevision(tx, projectId))!
      const saved = await savePlanEdits(tx, { projectId, key: randomUUID(), base, edits, now: new Date() })
      if (!saved.ok) throw new Error(saved.why)
      return saved
    })
  const change = (uid: number, durationMinutes: number): WorkspaceEdit => {
    return { kind: 'change-task', uid, change: { durationMinutes } }
  }
  await time(`a name`, count, (round) =>
    save([{ kind: 'change-task', uid: late.uid, change: { name: `Name ${round}` } }]),
  )
  await time(`a duration near the end`, count, (round) => save([change(late.uid, 480 + 60 * (round % 2))]))
  await time(`a duration near the start, which moves much`, count, (round) =>
    save([change(early.uid, 480 + 60 * (round % 2))]),
  )
  let added: number | null = null
  await time(`a row in the middle, in turn put in and taken out`, count, async () => {
    const tasks = (await db.read(manager, (tx) => storedPlan(tx, projectId)))!.plan
    if (added !== null) {
      const began = performance.now()
      await save(deleteTasks(tasks, [added]))
      added = null
      return performance.now() - began
    }
    const inserted = insertTask(tasks, {
      afterUid: leaves[count >> 1]?.uid ?? late.uid,
      task: { name: 'New' },
    })
    const began = performance.now()
    await save(inserted.edits)
    added = inserted.uid
    return performance.now() - began
  })
  const since = await db.read(manager, (tx) => planRevision(tx, projectId))
  await time('asking whether anything is new', count, () =>
    db.read(manager, async (tx) => {
      const revision = await planRevision(tx, projectId)
      return revision! > since! ? planEditsSince(tx, { projectId, since: since! }) : null
    }),
  )
  await time('reading the plan', count, () =>
    db.read(manager, (tx) => planContents(tx, projectId, manager.staffId)),
  )
  const contents = await db.read(manager, (tx) => planContents(tx, projectId, manager.staffId))
  const [whole, sent] = [JSON.stringify(now), JSON.stringify(contents)].map((text) => Buffer.from(text))
  const kilo = (bytes: Buffer) => `${(bytes.length / 1000).toFixed(0)} kB`
  process.stdout.write(
    `${count} tasks, ${now.links.length} links: ${kilo(sent!)} sent, ${kilo(gzipSync(sent!))} compressed (the plan whole: ${kilo(whole!)}, ${kilo(gzipSync(whole!))})\n`,
  )
}

async function time(what: string, tasks: number, work: (round: number) => Promise<unknown>) {
  for (let round = 0; round < 4; round++) await work(round)
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    const own = await work(round)
    took.push(typeof own === 'number' ? own : performance.now() - began)
  }
  took.sort((a, b) => a - b)
  const [median, p95] = [took[ROUNDS >> 1]!, took[Math.ceil(ROUNDS * 0.95) - 1]!]
  line(what, String(tasks), median.toFixed(1), p95.toFixed(1))
}

function line(what: string, ...cells: string[]) {
  process.stdout.write(`${what.padEnd(52)}${cells.map((cell) => cell.padStart(10)).join('')}\n`)
}
