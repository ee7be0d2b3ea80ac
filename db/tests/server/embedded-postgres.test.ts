import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/server/embedded-postgres'

function newHome(mode = 0o711): string {
  const home = mkdtempSync(join(tmpdir(), 'countersign-server-'))
  chmodSync(home, mode)
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return (await sql.unsafe(question))[0]
  } finally {
    await sql.end()
  }
}

describe('the embedded server', () => {
  test('keeps its data and its password from one start to the next', async () => {
    const home = newHome()
    const first = await startEmbeddedPostgres({ home })
    await ask(first.adminUrl, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await startEmbeddedPostgres({ home })
    onTestFinished(second.stop)
    expect(await ask(second.adminUrl, 'select answer from kept')).toEqual({ answer: 42 })
    expect(new URL(second.adminUrl).password).toBe(new URL(first.adminUrl).password)
    expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600)
  })

  test('speaks UTF-8, listens on this machine only and asks for a password', async () => {
    const server = await startEmbeddedPostgres({ home: newHome(), ephemeral: true })
    onTestFinished(server.stop)
    const settings = await ask(
      server.adminUrl,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
        current_setting('unix_socket_directories') as sockets, datlocale as locale
        from pg_database where datname = current_database()`,
    )
    expect(settings).toEqual({ encoding: 'UTF8', listens: '127.0.0.1', sockets: '', locale: 'C.UTF-8' })
    const wrong = new URL(server.adminUrl)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('takes a pid file that a crash left behind for what it is', async () => {
    const home = newHome()
    const first = await startEmbeddedPostgres({ home })
    await first.stop()
    const { folder } = JSON.parse(readFileSync(join(home, 'postgres.json'), 'utf8')) as { folder: string }
    // A number that lives and is another program's: this test's own.
    writeFileSync(join(folder, 'cluster/postmaster.pid'), `${process.pid}\n`)
    const second = await startEmbeddedPostgres({ home })
    onTestFinished(second.stop)
    expect(await ask(second.adminUrl, 'select 1 as one')).toEqual({ one: 1 })
  })

  test('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(startEmbeddedPostgres({ home: newHome(), ephemeral: true, port })).rejects.toThrow(
      `Port ${port}, wanted for the embedded Postgres, is in use`,
    )
  })

  test.runIf(process.getuid?.() === 0)(
    'finds a place for its data when only root may enter the home',
    async () => {
      const home = newHome(0o700)
      const server = await startEmbeddedPostgres({ home, ephemeral: true })
      const { folder } = JSON.parse(readFileSync(join(home, 'postgres.json'), 'utf8')) as { folder: string }
      expect(folder.startsWith(home)).toBe(false)
      expect(await ask(server.adminUrl, 'select 1 as one')).toEqual({ one: 1 })
      await server.stop()
      expect(existsSync(folder)).toBe(false)
    },
  )
})

describe('a second start on the same data folder', () => {
  let server: EmbeddedPostgres
  const home = mkdtempSync(join(tmpdir(), 'countersign-server-'))
  beforeAll(async () => {
    chmodSync(home, 0o711)
    server = await startEmbeddedPostgres({ home, ephemeral: true })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  })

  test('is refused while the first one runs', async () => {
    await expect(startEmbeddedPostgres({ home })).rejects.toThrow(/is already running with the data folder/)
  })
})

describe('a server whose owner was killed', () => {
  test.skipIf(process.platform === 'win32')('ends by itself', async () => {
    const home = newHome()
    const script = `import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, '../../src/server/embedded-postgres.ts'))}
      const server = await startEmbeddedPostgres({ home: ${JSON.stringify(home)} })
      process.stdout.write(server.adminUrl)
      setInterval(() => {}, 1000)`
    const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '../../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const adminUrl = await new Promise<string>((settle) =>
      owner.stdout.once('data', (text) => settle(String(text))),
    )
    expect(await ask(adminUrl, 'select 1 as one')).toEqual({ one: 1 })
    owner.kill('SIGKILL')
    await expect
      .poll(() => readFileSync(join(home, 'postgres.log'), 'utf8'), { timeout: 10_000 })
      .toContain('database system is shut down')
  })
})
