import { surviveLostConnections } from '@countersign/db/lost-connection'
import { StartRefused } from '@countersign/db/server/start-refused'
import { logLine } from '@countersign/http/log'
import { daysToRenew } from '@countersign/seal/sealing-settings'
import type { StorageEnv } from '@countersign/storage/storage'
import { readSettings } from './settings'
import { startWorker, type RunningWorker } from './start-worker'

const patienceMs = 7_000

surviveLostConnections((message) => logLine('error', 'lost-connection', { app: 'worker', message }))

process.exit(await live())

async function live(): Promise<number> {
  const wanted = stopWanted()
  let worker: RunningWorker
  try {
    const settings = readSettings(process.env)
    const days = daysToRenew(settings.sealing.signer, new Date())
    if (days !== null) logLine('error', 'seal-certificate-runs-out', { app: 'worker', days })
    worker = await startWorker(settings, process.env as StorageEnv)
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : String(error)
    process.stderr.write(
      `Refused: ${error instanceof StartRefused ? said : `The worker cannot start: ${said}.`}\n`,
    )
    return 1
  }
  logLine('info', 'listening', { app: 'worker', port: worker.port })
  const broke = await Promise.race([
    wanted.then(() => null),
    worker.ended.then(
      () => 'the queue ended',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  ])
  if (broke) logLine('error', 'worker-broke', { message: broke.slice(0, 500) })
  // A job that hangs must not keep the process: what it had not committed is tried again by the next one.
  setTimeout(() => process.exit(broke ? 1 : 0), patienceMs).unref()
  await worker.stop()
  logLine('info', 'stopped', { app: 'worker' })
  return broke ? 1 : 0
}

function stopWanted(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => settle())
  })
}
