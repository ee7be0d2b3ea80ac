import { certificates } from '@countersign/db/tables/delivery'
import { mails } from '@countersign/db/tables/mails'
import { sql } from 'drizzle-orm'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { deliveredProject, until } from './delivered-project'
import { freePort, runWorker } from './run-worker'
import { smtpInbox } from './smtp-inbox'

test('a worker killed between certificate and mail leaves one certificate, and the next one sends the mails', async () => {
  const project = await deliveredProject('killed')
  // Takes connections and never says a word: the first worker hangs in the middle of its mails.
  const silent = createServer(() => undefined)
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as AddressInfo
  await project.decide('accepted')

  const first = runWorker({ ...project.env, SMTP_URL: `smtp://127.0.0.1:${port}` }, await freePort())
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
  const second = runWorker({ ...project.env, SMTP_URL: inbox.url }, await freePort())
  await until(
    'every mail',
    async () => (await project.admin.asLogin((tx) => tx.select().from(mails))).every(({ sentAt }) => sentAt),
    40_000,
  )
  expect(await project.admin.asLogin((tx) => tx.select().from(certificates))).toHaveLength(1)
  const entered = await project.admin.asLogin((tx) =>
    tx.execute<{ kind: string; count: number }>(
      sql`select kind, count(*)::int as count from ledger_entries where kind in ('decision', 'certificate') group by 1 order by 1`,
    ),
  )
  expect([...entered]).toEqual([
    { kind: 'certificate', count: 1 },
    { kind: 'decision', count: 1 },
  ])
  const withCertificate = inbox.received.filter(({ attachments }) => attachments.length > 0)
  expect(new Set(withCertificate.map(({ to }) => to?.[0]?.address))).toEqual(
    new Set(['ada@harbour.example', 'ben@harbour.example', 'mia@firm.example']),
  )

  second.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  await inbox.close()
  await project.close()
}, 90_000)
