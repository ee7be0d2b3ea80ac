import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

export type ReadingLimits = {
  maxBytes: number
  /** Time spent reading. Waiting for an upload does not count. */
  maxMs: number
  maxMemoryMb: number
}

/** The thread was ended from outside, and what it read is lost. */
export type ReadingEnded = { ok: false; why: 'took-too-long' | 'out-of-memory' }

export type ToReader = { chunk: Uint8Array } | { end: true }
export type FromReader<Result> = { taken: true } | { bytesRead: number } | { result: Result }
export type ReaderTask = { kind: string; path: string | null; maxBytes: number }

/** This folder, by the package's name: a bundled app has its code elsewhere, and no reader beside it. */
const readers = pathToFileURL(
  createRequire(import.meta.url).resolve('@countersign/interchange/worker-reading'),
)

/** Enough to keep the thread busy while the next piece arrives. */
const MAX_CHUNKS_UNDER_WAY = 8

/**
 * Runs the reader in `file`, of this folder, in a thread and gives it the source, no faster than it reads. The thread is gone when this
 * settles. Rejects where the source or the reader throws.
 */
export async function readInWorker<Result>(
  file: string,
  source: string | AsyncIterable<Uint8Array>,
  kind: string,
  limits: ReadingLimits,
  onProgress?: (bytesRead: number) => void,
): Promise<Result | ReadingEnded> {
  const isPath = typeof source === 'string'
  const task: ReaderTask = { kind, path: isPath ? source : null, maxBytes: limits.maxBytes }
  const worker = new Worker(fileURLToPath(new URL('./typescript-thread.mjs', readers)), {
    workerData: { ...task, file: new URL(file, readers).href },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb },
  })
  try {
    return await new Promise<Result | ReadingEnded>((resolve, reject) => {
      const clock = stopwatch(limits.maxMs, () => settle(resolve)({ ok: false, why: 'took-too-long' }))
      let underWay = 0
      let wake: (() => void) | null = null
      let isSettled = false
      const settle = <T>(how: (value: T) => void) => {
        return (value: T) => {
          isSettled = true
          clock.stop()
          wake?.()
          how(value)
        }
      }

      worker.on('message', (message: FromReader<Result>) => {
        if ('result' in message) settle(resolve)(message.result)
        else if ('bytesRead' in message) onProgress?.(message.bytesRead)
        else {
          if (--underWay === 0) clock.stop()
          wake?.()
        }
      })
      worker.on('error', (error: Error & { code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') settle(resolve)({ ok: false, why: 'out-of-memory' })
        else settle(reject)(error)
      })
      worker.on('exit', () => {
        if (!isSettled) settle(reject)(new Error('the reading thread ended without an answer'))
      })

      if (isPath) clock.start()
      else feed(source).catch(settle(reject))

      async function feed(chunks: AsyncIterable<Uint8Array>): Promise<void> {
        const iterator = chunks[Symbol.asyncIterator]()
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
          while (underWay >= MAX_CHUNKS_UNDER_WAY && !isSettled)
            await new Promise<void>((resume) => (wake = resume))
          if (isSettled) return
          if (underWay++ === 0) clock.start()
          // Not slice(): of a Buffer that is the same memory, and transferring takes it from whoever reads it next.
          const chunk = new Uint8Array(next.value)
          worker.postMessage({ chunk } satisfies ToReader, [chunk.buffer])
        }
        if (isSettled) return
        clock.start()
        underWay++
        worker.postMessage({ end: true } satisfies ToReader)
      }
    })
  } finally {
    await worker.terminate()
  }
}

/** Calls once so much time has run in all; stands while it is stopped. */
function stopwatch(maxMs: number, onOver: () => void) {
  let left = maxMs
  let since = 0
  let timer: NodeJS.Timeout | null = null
  return {
    start(): void {
      if (timer) return
      since = performance.now()
      timer = setTimeout(onOver, Math.max(0, left))
    },
    stop(): void {
      if (!timer) return
      clearTimeout(timer)
      timer = null
      left -= performance.now() - since
    },
  }
}
