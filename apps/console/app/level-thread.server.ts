import type { levelledWithFigures } from '@countersign/domain/levelling/levelled-with-figures'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

type Input = Parameters<typeof levelledWithFigures>[0]
type Answer = ReturnType<typeof levelledWithFigures>

const operations = pathToFileURL(
  createRequire(import.meta.url).resolve('@countersign/operations/take-levelling'),
)

const TIME_LIMIT_MS = 30_000
const MOST_AT_ONCE = 2
let running = 0

/** Levels a plan in a thread of its own, as forecastInThread forecasts one: busy at two, given up after thirty seconds. */
export async function levelInThread(input: Input): Promise<Answer | { ok: false; why: 'busy' | 'too-slow' }> {
  if (running >= MOST_AT_ONCE) return { ok: false, why: 'busy' }
  running += 1
  const thread = new Worker(new URL('./level-thread.mjs', operations), { workerData: input, execArgv: [] })
  try {
    return await new Promise((settle, fail) => {
      const limit = setTimeout(() => settle({ ok: false, why: 'too-slow' }), TIME_LIMIT_MS)
      thread.once('message', (answer: Answer) => settle(answer))
      thread.once('error', fail)
      thread.once('exit', (code) => {
        clearTimeout(limit)
        fail(new Error(`the levelling thread ended with ${code} and no answer`))
      })
    })
  } finally {
    running -= 1
    await thread.terminate()
  }
}
