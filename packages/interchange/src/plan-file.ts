import type { MsProjectImport } from './msproject-xml'
import type { TableKind, TableRead } from './table'
import { readInWorker, type ReadingEnded, type ReadingLimits } from './worker-reading'

export type PlanFileOptions = Partial<ReadingLimits> & { onProgress?: (bytesRead: number) => void }

/** A file of 20,000 tasks that Microsoft Project wrote, with its work by day, is about 100 MB. */
export const planFileLimits: ReadingLimits = { maxBytes: 200 * 1024 * 1024, maxMs: 30_000, maxMemoryMb: 512 }

/**
 * Reads Microsoft Project's XML in a thread of its own, so that neither a large file nor a hostile one stops a server.
 * The source is the path of a file or its bytes as they arrive; on a refusal it is neither drained nor closed.
 */
export function readPlanFile(
  source: string | AsyncIterable<Uint8Array>,
  options: PlanFileOptions = {},
): Promise<MsProjectImport | ReadingEnded> {
  return read<MsProjectImport>(source, 'ms-project', options)
}

/** The same for a table: what it says of a plan is for `planFromTable`, once somebody has said what is in its columns. */
export function readTableFile(
  source: string | AsyncIterable<Uint8Array>,
  kind: TableKind,
  options: PlanFileOptions = {},
): Promise<TableRead | ReadingEnded> {
  return read<TableRead>(source, kind, options)
}

function read<Result>(
  source: string | AsyncIterable<Uint8Array>,
  kind: 'ms-project' | TableKind,
  { onProgress, ...limits }: PlanFileOptions,
): Promise<Result | ReadingEnded> {
  return readInWorker<Result>(
    'plan-file-worker.ts',
    source,
    kind,
    { ...planFileLimits, ...limits },
    onProgress,
  )
}
