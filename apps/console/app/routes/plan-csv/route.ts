import { attachment } from '@countersign/http/download'
import { idParam } from '@countersign/http/params'
import { csvOf } from '@countersign/interchange/csv'
import { csvCells, planTable } from '@countersign/interchange/plan-table'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '../../guard.server'
import { importsMessages } from '../../messages/imports'
import { planToExport } from '../../plan-export.server'
import { deliverers } from '../../roles'

/** The plan as a table of text, with columns that an import here reads back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const { plan, schedule, fileName } = await planToExport(staff, idParam(params.projectId), 'csv')
  const { columns, merge } = importsMessages(staff.locale)
  const { header, rows } = planTable(plan, schedule, { ...columns.fields, yes: merge.yes, no: merge.no })
  const csv = Buffer.from(csvOf(header, rows.map(csvCells)))
  const mediaType = 'text/csv; charset=utf-8'
  return attachment({ stream: csv, size: csv.byteLength, name: fileName, mediaType })
}
