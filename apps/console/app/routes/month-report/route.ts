import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { monthReport } from '@countersign/operations/month-report'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'

/** The report as it was closed: the same bytes for ever, as canonical JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const closingId = idParam(params.closingId)
  const report = Buffer.from(found(await db.read(staff, (tx) => monthReport(tx, closingId))))
  const name = `month-report-${closingId.slice(0, 8)}.json`
  return attachment({
    stream: report,
    size: report.byteLength,
    name,
    mediaType: 'application/json; charset=utf-8',
  })
}
