import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { schedulePlan, type ScheduleRefusal } from '@countersign/domain/schedule/schedule-plan'
import { readMsProjectXml, type MsProjectImport } from '@countersign/interchange/msproject-xml'
import type { ImportRefusal } from '@countersign/interchange/refused'
import type { ArrivingFile } from '../../multipart.server'
import { storage } from '../../storage.server'

export const planMaxBytes = 50_000_000

type Read = Extract<MsProjectImport, { ok: true }>
type NotRead = { why: ImportRefusal | ScheduleRefusal; line?: number; names?: string[] }

/** Ends the storing of a file that turned out to be no plan: the storage keeps nothing of what breaks off. */
class NoPlan extends Error {
  constructor(readonly refusal: NotRead) {
    super(refusal.why)
  }
}

/** Reads a plan and stores its file in one go: kept is only what could be read and dated. */
export async function readAndStorePlan(file: ArrivingFile) {
  let read: Read | undefined
  try {
    const stored = await storage.put(
      readOnTheWay(file.chunks, (plan) => (read = plan)),
      { name: file.name, declaredType: file.declaredType, maxBytes: planMaxBytes },
    )
    if (!stored.ok) return stored
    return { ok: true as const, sha256: stored.sha256, fileName: file.name, ...whole(read) }
  } catch (error) {
    if (error instanceof NoPlan) return { ok: false as const, ...error.refusal }
    throw error
  }
}

function whole(read: Read | undefined) {
  if (!read) throw new Error('a stored plan was read to its end')
  const { title, plan, notUnderstood } = read
  return { title, plan, notUnderstood }
}

/** The same bytes on to the storage, after the plan's reader has had them; throws NoPlan before the last is through. */
async function* readOnTheWay(chunks: AsyncIterable<Uint8Array>, done: (read: Read) => void) {
  const copy = new PassThrough()
  let result: MsProjectImport | undefined
  const reading = readMsProjectXml(copy, { maxBytes: planMaxBytes + 1 }).then((read) => (result = read))
  // Where the upload breaks off, nobody waits for this any more.
  reading.catch(() => undefined)
  const source = chunks[Symbol.asyncIterator]()
  try {
    let next = await source.next()
    // Nothing at all: the storage says so.
    if (next.done) return
    for (; !next.done; next = await source.next()) {
      if (!copy.write(next.value)) await Promise.race([once(copy, 'drain'), reading])
      if (result && !result.ok) break
      yield next.value
    }
    copy.end()
    const read = await reading
    if (!read.ok) throw new NoPlan(read)
    const schedule = schedulePlan(read.plan)
    if (!schedule.ok) throw new NoPlan(schedule)
    done(read)
  } finally {
    copy.destroy()
  }
}
