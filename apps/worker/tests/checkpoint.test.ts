import type { CheckpointFile } from '@countersign/evidence/checkpoint'
import { verifyCheckpoint, type Trust } from '@countersign/evidence/verify-checkpoint'
import { openTimestampService, serve } from '@countersign/seal/timestamp-service.fixture'
import { whyNotWith } from '@countersign/seal/outside-tools.fixture'
import type { TimestampAuthority } from '@countersign/seal/timestamp-authority'
import { openStorage } from '@countersign/storage/storage'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { checkpoint } from '../src/jobs/checkpoint'
import { keepCheckpoint } from '../src/jobs/keep-checkpoint'
import { readSettings } from '../src/settings'
import type { Work } from '../src/work'
import { until } from './delivered-project'

const root = join(import.meta.dirname, '../../..')
const now = () => new Date()
let db: StoryDatabase
let home: string
let env: Record<string, string>
let work: Work
beforeAll(async () => {
  db = await storyDatabase('checkpoints')
  home = mkdtempSync(join(tmpdir(), 'countersign-checkpoints-'))
  env = { DATABASE_URL: db.urls.worker, COUNTERSIGN_HOME: home, COUNTERSIGN_DEMO: '1' }
  const settings = readSettings(env)
  work = { db: db.worker, storage: openStorage(env), settings, delivery: { by: 'mailbox' } }
})
afterAll(async () => {
  await db.close()
  rmSync(home, { recursive: true, force: true })
})

const stampedBy = (timestampAuthority: TimestampAuthority): Work => ({
  ...work,
  settings: { ...work.settings, sealing: { ...work.settings.sealing, timestampAuthority } },
})
const trust = (timestamps: Uint8Array[] = []): Trust => ({
  signers: [work.settings.sealing.signer.certificates.at(-1)!],
  timestamps,
})
/** What stands outside the database, in the order of its names. */
const keptFiles = () => {
  const folder = join(home, 'files/checkpoints')
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      file: JSON.parse(readFileSync(join(folder, name), 'utf8')) as CheckpointFile,
    }))
}
/** Of the checkpoint taken last. */
async function lastNumber() {
  const [row] = await db.admin<{ last: string }[]>`select max(number) as last from ledger_checkpoints`
  return Number(row!.last)
}
const published = (number: number) => db.admin`
  insert into publications (project_id, number, published_by, published_at, projection, digest)
  select id, ${number}, manager_id, now(), '{}', ${'a'.repeat(64)} from projects where code = 'HT-2601'`

describe('a checkpoint', () => {
  test('is kept outside the database, named by number and time, and holds there by itself', async () => {
    await checkpoint(work, now())
    await checkpoint(work, now())
    await keepCheckpoint(work, { number: await lastNumber() }, now())
    const [{ name, file }, ...more] = keptFiles() as [ReturnType<typeof keptFiles>[0]]
    expect(more).toEqual([])
    expect(name).toMatch(/^\d{10}-\d{8}T\d{6}Z\.json$/)
    expect((await verifyCheckpoint(file.checkpoint, trust())).map(({ code }) => code)).toEqual([
      'checkpoint-holds',
      'timestamp-absent',
    ])
    expect(file.proofs).toHaveLength(4)
  })

  test('follows each certificate at once', async () => {
    await db.admin`delete from graphile_worker._private_jobs`
    const sha = 'b'.repeat(64)
    await db.admin`insert into files (sha256, size_bytes, media_type) values (${sha}, 1, 'application/pdf')`
    await db.admin`insert into certificates (project_id, decision_id, number, file_sha256, decision_digest, issued_at)
      select project_id, id, 'X-1', ${sha}, ${sha}, now() from decisions limit 1`
    const jobs = await db.admin<{ job: string }[]>`
      select t.identifier as job from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id`
    expect(jobs.map(({ job }) => job)).toEqual(['checkpoint'])
  })

  const why = whyNotWith('openssl')
  test.skipIf(why !== null)(
    `is kept although the timestamp authority is down, and stamped when it answers${why ? ` (${why})` : ''}`,
    async () => {
      await published(301)
      await checkpoint(work, now())
      const number = await lastNumber()
      const down = await serve((_, response) => response.writeHead(503).end())
      const service = await openTimestampService(join(home, 'timestamps'))
      await expect(
        keepCheckpoint(stampedBy({ ...service.authority, url: down.url }), { number }, now()),
      ).rejects.toThrow('not timestamped yet')
      expect(keptFiles()).toHaveLength(2)
      expect(keptFiles()[1]!.file.checkpoint.timestamp).toBeUndefined()

      await keepCheckpoint(stampedBy(service.authority), { number }, now())
      await keepCheckpoint(stampedBy(service.authority), { number }, now())
      await Promise.all([service.close(), down.close()])
      const { file } = keptFiles()[1]!
      const roots = service.authority.trusted.map(({ raw }) => new Uint8Array(raw))
      expect(await verifyCheckpoint(file.checkpoint, trust(roots))).toMatchObject([
        { code: 'checkpoint-holds', number },
        { code: 'timestamp-holds', number, authority: 'Timestamps' },
      ])
      expect((await verifyCheckpoint(file.checkpoint, trust())).map(({ code }) => code)).toContain(
        'timestamp-false',
      )
      const moved = { ...file.checkpoint, timestamp: file.checkpoint.timestamp!.replace(/.{8}$/, 'AAAAAAAA') }
      expect((await verifyCheckpoint(moved, trust(roots))).map(({ code }) => code)).toContain(
        'timestamp-false',
      )
    },
  )

  test('is one for what a killed worker had begun, and is kept by the next', async () => {
    await published(302)
    // Never answers: the first worker hangs in the middle of keeping the checkpoint.
    const silent = await serve(() => undefined)
    const service = await openTimestampService(join(home, 'never asked'))
    await db.admin`delete from graphile_worker._private_jobs`
    await db.admin`select app.enqueue('checkpoint', '{}', 'checkpoint')`
    const first = runWorker({ TIMESTAMP_URL: silent.url, TIMESTAMP_CERTIFICATES_FILE: service.rootFile })
    await until('the checkpoint being kept', async () => {
      const locked = await db.admin`select from graphile_worker.jobs
        where task_identifier = 'keep-checkpoint' and locked_at is not null`
      return locked.length > 0 && keptFiles().length === 3
    })
    first.kill('SIGKILL')
    await first.ended
    await Promise.all([silent.close(), service.close()])

    const second = runWorker({})
    await until(
      'nothing left to do',
      async () => (await db.admin`select from graphile_worker._private_jobs`).length === 0,
      40_000,
    )
    second.kill('SIGTERM')
    await second.ended
    const numbers = await db.admin<{ number: string }[]>`select number from ledger_checkpoints order by 1`
    expect(numbers).toHaveLength(3)
    expect(keptFiles().map(({ name }) => name.slice(0, 10))).toEqual(numbers.map(({ number }) => number))
  }, 90_000)

  test('is refused over a chain that was cut, and the job says so', async () => {
    await db.admin`alter table ledger_entries disable trigger never_changed`
    await db.admin`delete from ledger_entries e where project_id = (select id from projects where code = 'HT-2601')
      and seq = (select max(seq) from ledger_entries l where l.project_id = e.project_id)`
    await db.admin`alter table ledger_entries enable trigger never_changed`
    await expect(checkpoint(work, now())).rejects.toThrow('does not continue what was signed')
  })
})

function runWorker(more: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/worker/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env, ...more, PORT: String(4100 + Math.floor(Math.random() * 300)) },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)))
  return { ended, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}
