import { createReadStream } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { readMsProjectXml } from './msproject-xml'
import { readTable } from './table'
import type { FromReader, ReaderTask, ToReader } from './worker-reading'

/** The thread of `readPlanFile` and `readTableFile`. */
const port = parentPort
if (!port) throw new Error('plan-file-worker runs in a thread')
const { kind, path, maxBytes } = workerData as ReaderTask
const say = (message: FromReader<unknown>) => port.postMessage(message)

const chunks = path === null ? sent() : (createReadStream(path) as AsyncIterable<Uint8Array>)
const options = { maxBytes, onProgress: (bytesRead: number) => say({ bytesRead }) }
const result =
  kind === 'csv' || kind === 'xlsx'
    ? await readTable(chunks, kind, options)
    : await readMsProjectXml(chunks, options)
say({ result })

/** What the other thread sends; each piece is acknowledged once the reader asks for the next. */
async function* sent(): AsyncGenerator<Uint8Array> {
  const arrived: ToReader[] = []
  let wake: (() => void) | null = null
  port!.on('message', (message: ToReader) => {
    arrived.push(message)
    wake?.()
  })
  for (;;) {
    const next = arrived.shift()
    if (!next) await new Promise<void>((resume) => (wake = resume))
    else if ('end' in next) return
    else {
      yield next.chunk
      say({ taken: true })
    }
  }
}
