import { certificates } from '@countersign/db/tables/delivery'
import { mails } from '@countersign/db/tables/mails'
import { sql } from 'drizzle-orm'
import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deliveredProject, until } from './delivered-project'
import { smtpInbox } from './smtp-inbox'

const root = join(import.meta.dirname, '../../..')

test('a worker killed between certificate and mail leaves one certificate, and the next one sends the mails', async () => {
  const project = await deliveredProject('killed')
  // Takes connections and never says a word: the first worker hangs in the middle of its mails.
  const silent = createServer(() => undefined)
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as AddressInfo
  await project.decide('accepted')

  const first = runWorker(project.env, `smtp://127.0.0.1:${port}`, await freePort())
  await until(
    'the certificate',
    async () => (await project.admin.asLogin((tx) => tx.select().from(certificates))).length === 1,
  )
  await until('mails being sent', async () => {
    const locked = await project.admin.asLogin((tx) =>
      tx.execute(
        sql`select 1 from graphile_worker.jobs where task_identifier = 'mail' and locked_at is not null`,
      ),
    )
    return locked.length > 0
  })
  first.kill('SIGKILL')
  await first.ended
  silent.close()

  const inbox = await smtpInbox()
  const second = runWorker(project.env, inbox.url, await freePort())
  await until(
    'every mail',
    async () => (await project.admin.asLogin((tx) => tx.select().from(mails))).every(({ sentAt }) => sentAt),
    40_000,
  )
  expect(await project.admin.asLogin((tx) => tx.select().from(certificates))).toHaveLength(1)
  const withCertificate = inbox.received.filter(({ attachments }) => attachments.length > 0)
  expect(new Set(withCertificate.map(({ to }) => to?.[0]?.address))).toEqual(
    new Set(['ada@harbour.example', 'ben@harbour.example', 'mia@firm.example']),
  )

  second.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  await inbox.close()
  await project.close()
}, 90_000)

function runWorker(env: Record<string, string>, smtpUrl: string, port: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/worker/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env, SMTP_URL: smtpUrl, PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)))
  return { ended, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })
}
