import type { StaffActor, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { importMappings, planTables } from '@countersign/db/tables/plan-imports'
import type { TableMapping } from '@countersign/interchange/table-mapping'
import type { Table } from '@countersign/interchange/table'
import type { SerializeFrom } from '@remix-run/node'
import { desc, eq, sql } from 'drizzle-orm'

type Preview = Pick<Table, 'header' | 'rows' | 'sheet'> & { rowCount: number; proposed: TableMapping }

/** A table of one's own whose columns are to be named, with what they most likely are; null where there is none. */
export async function tableToRead(tx: Tx, tableId: string, by: StaffActor) {
  const [table] = await tx
    .select({
      fileName: planTables.fileName,
      fileSha256: planTables.fileSha256,
      format: planTables.format,
      preview: planTables.preview,
      headerFingerprint: planTables.headerFingerprint,
      customerId: planTables.customerId,
      intoProjectId: planTables.intoProjectId,
      timeZone: customers.timeZone,
    })
    .from(planTables)
    .innerJoin(customers, eq(customers.id, planTables.customerId))
    .where(eq(planTables.id, tableId))
  if (!table) return null
  // One's own word first, then the colleague's who said it last.
  const [known] = await tx
    .select({ mapping: importMappings.mapping, staffId: importMappings.staffId })
    .from(importMappings)
    .where(eq(importMappings.headerFingerprint, table.headerFingerprint))
    .orderBy(sql`${importMappings.staffId} <> ${by.staffId}`, desc(importMappings.usedAt))
    .limit(1)
  const { preview: kept, ...facts } = table
  const preview = kept as Preview
  return {
    ...facts,
    header: preview.header,
    rows: preview.rows,
    rowCount: preview.rowCount,
    mapping: known ? (known.mapping as TableMapping) : preview.proposed,
    source: !known
      ? ('guessed' as const)
      : known.staffId === by.staffId
        ? ('own' as const)
        : ('colleague' as const),
  }
}

export type TableToRead = SerializeFrom<NonNullable<Awaited<ReturnType<typeof tableToRead>>>>
