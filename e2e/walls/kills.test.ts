import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@countersign/db/server/embedded-postgres'
import { castPassword, contactCast, staffCast } from '@countersign/story/cast'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct, type Product } from '../../scripts/start/product'
import { silent } from '../../scripts/start/report'
import { runningIn } from '../../scripts/start/running'
import { readSettings, type Settings } from '../../scripts/start/settings'
import { ask, fromOurPage, multipart } from './ask'
import { untilIdle, whatIsKept } from './kept'
import { postmasterOf, processesOf } from './processes'
import { sealingKeyIn } from './sealing-key'
import { silentServer, smtpInbox } from './smtp-inbox'
import { administrator, contactVisits, staffVisits, type Visitor } from './visitors'

const root = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'countersign-kills-'))
let environment: Record<string, string>

// One home for the whole file: what one test left behind is what the next one starts from.
beforeAll(async () => {
  chmodSync(home, 0o711)
  environment = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name, value]) => value && !/_DATABASE_URL$|_ORIGIN$|^VITEST/.test(name),
      ),
    ),
    COUNTERSIGN_HOME: home,
    PORTAL_PORT: String(await freePort()),
    CONSOLE_PORT: String(await freePort()),
    MAILBOX_PORT: String(await freePort()),
  } as Record<string, string>
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const settingsWith = (more: Record<string, string>): Settings => readSettings({ ...environment, ...more })

async function withDatabase<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = administrator(runningIn(home)!.urls.admin!)
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

describe('npm start', () => {
  let kept: Record<string, string>

  test('shows the addresses and a link for each of the cast; SIGTERM stops every process', async () => {
    const { output, seconds, stop } = await npmStart()
    console.log(`first start: ${seconds.toFixed(1)} s`)
    for (const { name } of [...Object.values(staffCast), ...Object.values(contactCast)])
      expect(output).toContain(name)
    expect(processesOf(home).length).toBeGreaterThan(4)
    kept = await withDatabase(async (sql) => {
      await untilIdle(sql)
      return whatIsKept(sql)
    })
    expect(await stop()).toBe(0)
    expect(processesOf(home)).toEqual([])
  })

  test('again keeps all data and is up within seconds', async () => {
    const { seconds, stop } = await npmStart()
    console.log(`second start: ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(20)
    const now = await withDatabase(whatIsKept)
    // Each start makes new links for the cast.
    expect({ ...now, sign_in_links: '' }).toEqual({ ...kept, sign_in_links: '' })
    expect(await stop()).toBe(0)
    expect(processesOf(home)).toEqual([])
  })

  async function npmStart() {
    const began = performance.now()
    const child = spawn('npm', ['start'], {
      cwd: root,
      env: environment as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const ended = new Promise<number | string>((settle) =>
      child.once('exit', (code, signal) => settle(code ?? signal!)),
    )
    child.stderr.on('data', (part: Buffer) => (output += part.toString()))
    await new Promise<void>((up, fail) => {
      child.stdout.on('data', (part: Buffer) => {
        output += part.toString()
        if (output.includes('Ctrl-C stops everything')) up()
      })
      void ended.then((how) => fail(new Error(`npm start ended (${how}):\n${output}`)))
    })
    const seconds = (performance.now() - began) / 1000
    for (const port of [environment.PORTAL_PORT, environment.CONSOLE_PORT])
      expect((await ask(`http://localhost:${port}`, '/healthcheck')).status).toBe(200)
    async function stop() {
      child.kill('SIGTERM')
      const how = await ended
      // npm may be gone a moment before what it started.
      for (let tries = 0; tries < 100 && processesOf(home).length > 0; tries++) await pause(100)
      return how === 143 || how === 'SIGTERM' ? 0 : how
    }
    return { output, seconds, stop }
  }
})

/** Where real mail goes out, the issuer of certificates has to be named. */
const production = {
  MAIL_FROM: 'walls@halden.example',
  PROVIDER_NAME: 'Halden Consulting GmbH',
  PROVIDER_ADDRESS: 'Speicherweg 4\\n20457 Hamburg',
  PROVIDER_IBAN: 'DE02120300000000202051',
}

describe('a worker killed between certificate and mail', () => {
  test('leaves one certificate, and the next worker mails it to everybody', async () => {
    const silence = await silentServer()
    const first = await startProduct(
      settingsWith({ ...production, ...sealingKeyIn(home), SMTP_URL: silence.url }),
      silent,
    )
    const submissionId = await withDatabase((sql) => signed(sql, first))
    await withDatabase(async (sql) => {
      await until(async () => (await certificatesOf(sql, submissionId)).length === 1)
      first.processes.worker.kill()
      await first.processes.worker.ended
      const mails = await mailsAbout(sql)
      expect(mails.length).toBeGreaterThan(1)
      expect(mails.filter(({ sentAt }) => sentAt !== null)).toEqual([])
    })
    await first.stop()
    silence.close()

    const inbox = await smtpInbox()
    const second = await startProduct(
      settingsWith({ ...production, ...sealingKeyIn(home), SMTP_URL: inbox.url }),
      silent,
    )
    try {
      await withDatabase(async (sql) => {
        await until(async () => (await mailsAbout(sql)).every(({ sentAt }) => sentAt !== null))
        await untilIdle(sql)
        expect(await certificatesOf(sql, submissionId)).toHaveLength(1)
        const recipients = (await mailsAbout(sql)).map(({ to }) => to)
        expect(recipients).toEqual(expect.arrayContaining([contactCast.grace.email, staffCast.mara.email]))
        const received = inbox.received.map(({ to }) => to?.[0]?.address)
        for (const recipient of recipients) expect(received).toContain(recipient)
        expect(inbox.received.filter(({ attachments }) => attachments.length > 0).length).toBeGreaterThan(1)
      })
    } finally {
      await second.stop()
      await inbox.close()
    }
    expect(processesOf(home)).toEqual([])
  })

  async function signed(sql: postgres.Sql, product: Product): Promise<string> {
    const [submission] = await sql<{ id: string; criteria: { id: string }[] }[]>`
      select s.id, s.criteria from public.submissions s join public.projects p on p.id = s.project_id
        left join public.decisions d on d.submission_id = s.id
       where p.code = 'HT-2601' and d.id is null`
    const { id, criteria } = submission!
    const grace = await contactVisits(
      { origins: settingsWith({}).origins, adminUrl: product.adminUrl! },
      sql,
      'grace',
    )
    const results = criteria.flatMap((criterion, index) => [
      [`results.${index}.criterionId`, criterion.id],
      [`results.${index}.result`, 'met'],
      [`results.${index}.comment`, ''],
    ])
    const { status } = await grace.post(`/submissions/${id}/decision`, {
      ...Object.fromEntries(results),
      outcome: 'accepted',
      language: 'en',
      typedName: contactCast.grace.name,
      password: castPassword,
    })
    expect(status).toBe(302)
    return id
  }

  function certificatesOf(sql: postgres.Sql, submissionId: string) {
    return sql`
      select c.number from public.certificates c join public.decisions d on d.id = c.decision_id
       where d.submission_id = ${submissionId}`
  }

  function mailsAbout(sql: postgres.Sql) {
    return sql<{ to: string; sentAt: Date | null }[]>`
      select to_address as to, sent_at as "sentAt" from public.mails
       where sent_by is distinct from 'mailbox'`
  }
})

/** Half-way through the files, so many milliseconds after the last byte, or as soon as there is an answer. */
type Moment = 'between' | 'answered' | number

describe('Postgres killed in the middle of a submission', () => {
  const moments = [
    { when: 'between two files', deliverable: 'Pilot site Avonmouth', kill: 'between' },
    { when: 'with the last byte', deliverable: 'Migrated core network', kill: 0 },
    { when: 'while it is written down', deliverable: 'Acceptance test report', kill: 30 },
    { when: 'on the heels of its answer', deliverable: 'Standard image', kill: 'answered' },
  ] satisfies { when: string; deliverable: string; kill: Moment }[]

  test.each(moments)(
    '$when: all of it or nothing is there after a restart',
    async ({ deliverable, kill }) => {
      const product = await startProduct(settingsWith({}), silent)
      const before = await withDatabase((sql) => submissionsOf(sql, deliverable))
      let status: number | null = null
      await withDatabase(async (sql) => {
        const [ids] = await sql<{ project: string; id: string }[]>`
        select d.project_id as project, d.id from public.deliverables d join public.projects p on p.id = d.project_id
         where d.name = ${deliverable}`
        const mara = await staffVisits(
          { origins: settingsWith({}).origins, adminUrl: product.adminUrl! },
          sql,
          'mara',
        )
        status = await postBroken(mara, `/projects/${ids!.project}/deliverables/${ids!.id}/submission`, kill)
      }).catch((error: unknown) => {
        // The connection that we look through dies with its server.
        if (!/CONNECTION|ECONN|terminat/i.test(String((error as { code?: string }).code ?? error)))
          throw error
      })
      await product.stop()
      expect(processesOf(home)).toEqual([])

      const again = await startProduct(settingsWith({}), silent)
      try {
        const after = await withDatabase(async (sql) => {
          await untilIdle(sql)
          return submissionsOf(sql, deliverable)
        })
        if (status === 302) expect(after, 'what was said to be there').toHaveLength(1)
        if (after.length > 0) expect(after).toEqual([{ version: 1, files: 3, stored: 3 }])
        else expect(after).toEqual(before)
        if (kill === 'between') expect(after, 'a form that never came whole').toEqual([])
        if (kill === 'answered') expect(status).toBe(302)
        console.log(`killed ${kill}: ${after.length ? 'all of it' : 'nothing'} is there`)
      } finally {
        await again.stop()
      }
    },
  )

  function submissionsOf(sql: postgres.Sql, deliverable: string) {
    return sql<{ version: number; files: number; stored: number }[]>`
      select s.version, count(f.*)::integer as files, count(k.sha256)::integer as stored
        from public.submissions s join public.deliverables d on d.id = s.deliverable_id
        left join public.submission_files f on f.submission_id = s.id
        left join public.files k on k.sha256 = f.sha256
       where d.name = ${deliverable} group by s.id, s.version`.then((rows) => [...rows])
  }

  /** Three files; gives the answer's status, or null where none came. */
  async function postBroken(mara: Visitor, path: string, kill: Moment): Promise<number | null> {
    const file = (name: string) => ({
      field: 'files',
      name,
      type: 'text/plain',
      content: `${name}\n`.repeat(40_000),
    })
    const { body, type } = multipart({ message: 'Three files.' }, [
      file('a.txt'),
      file('b.txt'),
      file('c.txt'),
    ])
    const { hostname, port } = new URL(settingsWith({}).origins.console)
    const length = { 'content-type': type, 'content-length': String(body.length), cookie: mara.cookie! }
    const postmaster = postmasterOf(home)
    const killNow = () => process.kill(postmaster, 'SIGKILL')
    const half = body.length / 2

    const answered = new Promise<number | null>((settle) => {
      const headers = { ...fromOurPage, ...length }
      const sending = request({ hostname, port, path, method: 'POST', headers }, (response) => {
        if (kill === 'answered') killNow()
        response.resume().once('close', () => settle(response.statusCode ?? null))
      })
      sending.once('error', () => settle(null))
      sending.write(body.subarray(0, half), () => void sendTheRest())
      async function sendTheRest() {
        await pause(150)
        if (kill === 'between') killNow()
        sending.end(body.subarray(half))
        if (typeof kill !== 'number') return
        await pause(kill)
        killNow()
      }
    })
    const late = pause(20_000, undefined, { ref: false }).then(() =>
      Promise.reject(new Error('the console never answered')),
    )
    return Promise.race([answered, late])
  }
})

async function until(isSo: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come to pass in time')
    await pause(10)
  }
}
