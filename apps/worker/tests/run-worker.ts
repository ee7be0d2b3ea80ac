import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** The worker as the operator starts it: a process of its own, which can be killed. */
export function runWorker(env: Record<string, string>, port: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/worker/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)))
  return { ended, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}

export function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => settle(port))
    })
  })
}
