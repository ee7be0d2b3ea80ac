import type { Forecast } from '@countersign/domain/forecast/forecast'
import type { ForecastInput, ForecastRefusal } from '@countersign/domain/forecast/start-forecast'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

type Answer = { ok: true; forecast: Forecast } | ForecastRefusal

/** The bundle has its code elsewhere, and no thread beside it: the folder is found by its package's name. */
const operations = pathToFileURL(
  createRequire(import.meta.url).resolve('@countersign/operations/keep-forecast'),
)

const TIME_LIMIT_MS = 20_000
const MOST_AT_ONCE = 2
let running = 0

/**
 * Runs a forecast in a thread of its own, so that everybody else is served meanwhile. Refused as busy while two are
 * under way, and as too slow after twenty seconds; throws what the thread died of.
 */
export async function forecastInThread(
  input: ForecastInput,
): Promise<Answer | { ok: false; why: 'busy' | 'too-slow' }> {
  if (running >= MOST_AT_ONCE) return { ok: false, why: 'busy' }
  running += 1
  const thread = new Worker(new URL('./forecast-thread.mjs', operations), { workerData: input, execArgv: [] })
  try {
    return await new Promise((settle, fail) => {
      const limit = setTimeout(() => settle({ ok: false, why: 'too-slow' }), TIME_LIMIT_MS)
      thread.once('message', (answer: Answer) => settle(answer))
      thread.once('error', fail)
      thread.once('exit', (code) => {
        clearTimeout(limit)
        fail(new Error(`the forecast's thread ended with ${code} and no answer`))
      })
    })
  } finally {
    running -= 1
    await thread.terminate()
  }
}
