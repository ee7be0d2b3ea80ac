import type { StaffActor } from '@countersign/db/connect'
import type { TextFlaw } from '@countersign/domain/budget/sheet-text'
import { readUpload } from '@countersign/http/multipart'
import { budgetOfTable } from '@countersign/interchange/budget-table'
import { readTableFile } from '@countersign/interchange/plan-file'
import type { TableKind } from '@countersign/interchange/table'
import { writeEstimateSheet } from '@countersign/operations/write-estimate-sheet'
import { db } from '../../db.server'

export const budgetMaxBytes = 20_000_000

type Into = { projectId: string; version: number; currency: string; by: StaffActor }
type Read = Awaited<ReturnType<typeof readLines>>

/** Fills a draft with the lines of the file that was sent; a row that is wrong is named, and nothing is stored. */
export async function fillFromFile(request: Request, into: Into) {
  let read: Read | undefined
  const form = await readUpload(request, async ({ field, name, chunks }) => {
    if (!read && field === 'file') read = await readLines(name, chunks, into)
  })
  if (!form || [...form.keys()].length > 0) return { ok: false as const, why: 'not-a-form' as const }
  if (!read) return { ok: false as const, why: 'file-missing' as const }
  if (!read.ok) return read
  const { lines, rows } = read
  const { projectId, version, by } = into
  const result = await db.write(by, (tx) => writeEstimateSheet(tx, { projectId, version, lines, by }))
  if (result.ok) return result
  const line = 'line' in result ? result.line : undefined
  return { ...result, row: line === undefined ? undefined : rows[line - 1] }
}

async function readLines(name: string, chunks: AsyncIterable<Uint8Array>, { currency, by }: Into) {
  const [, ending] = /\.(csv|xlsx)$/i.exec(name) ?? []
  if (!ending) return { ok: false as const, why: 'not-a-file' as const }
  const kind = ending.toLowerCase() as TableKind
  const read = await readTableFile(chunks, kind, { maxBytes: budgetMaxBytes })
  return read.ok ? budgetOfTable(read.table, { currency, locale: by.locale }) : read
}

export type FillRefusal = Exclude<Awaited<ReturnType<typeof fillFromFile>>, { ok: true }>
export type CellFlaw = Extract<FillRefusal, { field: unknown }> & TextFlaw
