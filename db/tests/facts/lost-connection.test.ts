import { fork } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { isWriteAfterClose } from '../../src/lost-connection'
import { startEmbeddedPostgres } from '../../src/server/embedded-postgres'

let home: string
afterEach(() => rmSync(home, { recursive: true, force: true }))

async function killPostgresUnder(argument: string): Promise<string> {
  home = mkdtempSync(join(tmpdir(), 'countersign-lost-'))
  chmodSync(home, 0o711)
  const server = await startEmbeddedPostgres({ home })
  const child = fork(fileURLToPath(new URL('./a-process-in-a-power-cut.ts', import.meta.url)), [argument], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: server.adminUrl },
  })
  let said = ''
  const begun = new Promise<void>((settle) => {
    child.on('message', (line) => {
      said += `${String(line)}\n`
      if (said.includes('in a transaction')) settle()
    })
  })
  const ended = new Promise<number | null>((settle) => child.once('close', settle))
  await begun
  const [postmaster] = readFileSync(join(home, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(postmaster), 'SIGKILL')
  await pause(1500)
  if (child.connected) child.send('go on')
  const exitCode = await ended
  await server.stop()
  return `${said}exit ${exitCode}`
}

describe('when Postgres goes away in the middle of a transaction', () => {
  test('the process lives on', { timeout: 60_000 }, async () => {
    const said = await killPostgresUnder('guarded')
    expect(said).toContain('alive')
    expect(said).toMatch(/exit 0$/)
  })

  test('no other error that nobody caught is mistaken for it', () => {
    expect(isWriteAfterClose(new TypeError('x is null'))).toBe(false)
  })
})
