import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { StaffActor } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { planFromTable } from '@countersign/interchange/plan-from-table'
import { readTableFile } from '@countersign/interchange/plan-file'
import { whyNotMapping, type TableMapping } from '@countersign/interchange/table-mapping'
import type { Table } from '@countersign/interchange/table'
import { recordPlanImport } from '@countersign/operations/record-plan-import'
import { rememberMapping } from '@countersign/operations/record-plan-table'
import { db } from '../../db.server'
import { storage } from '../../storage.server'
import { importPage } from '../plan-upload/import-plan.server'
import { tableMaxBytes } from '../plan-upload/read-plan.server'
import { coveredBy } from './covered'
import type { tableToRead } from './queries.server'

type Kept = NonNullable<Awaited<ReturnType<typeof tableToRead>>>
type Asked = { mapping: TableMapping; startsOn: LocalDate; by: StaffActor; now: Date }

/** Reads an uploaded table by its columns and records the plan; where to look at it, or why not, row by row. */
export async function planOfTable(kept: Kept, { mapping, startsOn, by, now }: Asked) {
  const why = whyNotMapping(mapping, kept.header)
  if (why) return { ok: false as const, why }
  const file = await storage.open(kept.fileSha256)
  if (!file) return { ok: false as const, why: 'file-gone' as const }
  const read = await readTableFile(chunksOf(file.stream), kept.format, { maxBytes: tableMaxBytes })
  if (!read.ok) return read
  const { table } = read
  if (kept.intoProjectId !== null && !hasNumbers(table, mapping))
    return { ok: false as const, why: 'no-ids' as const }
  const planned = planFromTable(table, mapping, { startsAt: `${startsOn}T08:00` })
  if (!planned.ok) {
    const refusal = planned.why === 'no-tasks' ? ('no-rows-left' as const) : ('bad-rows' as const)
    return { ok: false as const, why: refusal, rows: planned.refusals }
  }
  const into =
    kept.intoProjectId === null ? { customerId: kept.customerId } : { projectId: kept.intoProjectId }
  const result = await db.write(by, async (tx) => {
    await rememberMapping(tx, { headerFingerprint: kept.headerFingerprint, mapping, by, now })
    return recordPlanImport(tx, {
      into,
      fileName: kept.fileName,
      fileSha256: kept.fileSha256,
      title: kept.fileName.replace(/\.\w+$/, ''),
      plan: planned.plan,
      covers: kept.intoProjectId === null ? null : coveredBy(planned.usedFields),
      notUnderstood: [],
      by,
    })
  })
  return result.ok ? { ok: true as const, to: importPage(into, result.importId) } : result
}

function chunksOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  return Readable.fromWeb(stream as NodeReadableStream<Uint8Array>)
}

/** A row is a task by its ID, which is a number; rows without one would be counted, and be other tasks. */
function hasNumbers(table: Table, mapping: TableMapping): boolean {
  const { uid } = mapping.columns
  return (
    uid !== undefined && table.rows.every(({ cells }) => /^\d{1,10}$/.test(String(cells[uid] ?? '').trim()))
  )
}
