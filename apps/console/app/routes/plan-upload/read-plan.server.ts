import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { schedulePlan, type ScheduleRefusal } from '@countersign/domain/schedule/schedule-plan'
import { readPlanFile, readTableFile } from '@countersign/interchange/plan-file'
import type { MsProjectImport } from '@countersign/interchange/msproject-xml'
import type { TableKind, TableRead } from '@countersign/interchange/table'
import type { ArrivingFile } from '@countersign/http/multipart'
import { storage } from '../../storage.server'

/** Of a plan's XML, which Project writes with the work of every day; a table of as many tasks is a tenth of that. */
export const planMaxBytes = 200_000_000
export const tableMaxBytes = 50_000_000

type PlanRead = Extract<MsProjectImport, { ok: true }>
type Read = { plan: PlanRead } | { table: Extract<TableRead, { ok: true }>['table']; format: TableKind }
type NotRead =
  | Exclude<Awaited<ReturnType<typeof readPlanFile>>, { ok: true }>
  | Exclude<Awaited<ReturnType<typeof readTableFile>>, { ok: true }>
  | ScheduleRefusal

/** Ends the storing of a file that turned out to be no plan: the storage keeps nothing of what breaks off. */
class NoPlan extends Error {
  constructor(readonly refusal: NotRead) {
    super(refusal.why)
  }
}

/** Reads a plan or a table and stores its file in one go: kept is only what could be read, and dated. */
export async function readAndStorePlan(file: ArrivingFile) {
  let read: Read | undefined
  try {
    const stored = await storage.put(
      readOnTheWay(file, (what) => (read = what)),
      { name: file.name, declaredType: file.declaredType, maxBytes: planMaxBytes },
    )
    if (!stored.ok) return stored
    if (!read) throw new Error('a stored plan was read to its end')
    return { ok: true as const, sha256: stored.sha256, fileName: file.name, ...read }
  } catch (error) {
    if (error instanceof NoPlan) return error.refusal
    throw error
  }
}

/** The same bytes on to the storage, after the reader's thread has had them; throws NoPlan before the last is through. */
async function* readOnTheWay({ name, chunks }: ArrivingFile, done: (read: Read) => void) {
  const copy = new PassThrough()
  let isRefused = false
  const reading = readAs(tableKindOf(name), copy).then((read) => {
    isRefused = 'refusal' in read
    return read
  })
  // Where the upload breaks off, nobody waits for this any more.
  reading.catch(() => undefined)
  const source = chunks[Symbol.asyncIterator]()
  try {
    let next = await source.next()
    // Nothing at all: the storage says so.
    if (next.done) return
    for (; !next.done; next = await source.next()) {
      if (!copy.write(next.value)) await Promise.race([once(copy, 'drain'), reading])
      if (isRefused) break
      yield next.value
    }
    copy.end()
    const read = await reading
    if ('refusal' in read) throw new NoPlan(read.refusal)
    done(read)
  } finally {
    copy.destroy()
  }
}

/** By the name's ending: what is no table is a plan of Microsoft Project's, and its reader says if not. */
function tableKindOf(name: string): TableKind | null {
  const [, ending] = /\.(csv|xlsx)$/i.exec(name) ?? []
  return ending ? (ending.toLowerCase() as TableKind) : null
}

async function readAs(kind: TableKind | null, copy: PassThrough): Promise<Read | { refusal: NotRead }> {
  if (kind) {
    const read = await readTableFile(copy, kind, { maxBytes: tableMaxBytes })
    return read.ok ? { table: read.table, format: kind } : { refusal: read }
  }
  // Above the storage's limit, so that the storage is what says "too large".
  const read = await readPlanFile(copy, { maxBytes: planMaxBytes + 1 })
  if (!read.ok) return { refusal: read }
  const schedule = schedulePlan(read.plan)
  return schedule.ok ? { plan: read } : { refusal: schedule }
}
