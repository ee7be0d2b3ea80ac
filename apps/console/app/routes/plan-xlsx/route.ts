import { attachment } from '@countersign/http/download'
import { idParam } from '@countersign/http/params'
import { planTable } from '@countersign/interchange/plan-table'
import { xlsxOf } from '@countersign/interchange/xlsx-write'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '../../guard.server'
import { importsMessages } from '../../messages/imports'
import { planToExport } from '../../plan-export.server'
import { deliverers } from '../../roles'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The plan as a sheet, with columns that an import here reads back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const { plan, schedule, fileName } = await planToExport(staff, idParam(params.projectId), 'xlsx')
  const { columns, merge, out } = importsMessages(staff.locale)
  const { header, rows } = planTable(plan, schedule, { ...columns.fields, yes: merge.yes, no: merge.no })
  const xlsx = xlsxOf(out.sheet, header, rows)
  return attachment({ stream: xlsx, size: xlsx.byteLength, name: fileName, mediaType })
}
