import { Readable } from 'node:stream'
import { attachment } from '@countersign/http/download'
import { idParam } from '@countersign/http/params'
import { writeMsProjectXml } from '@countersign/interchange/msproject-write'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '../../guard.server'
import { planToExport } from '../../plan-export.server'
import { deliverers } from '../../roles'

/** The plan as Microsoft Project opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const { plan, schedule, title, fileName } = await planToExport(staff, idParam(params.projectId), 'xml')
  const chunks = await Readable.from(writeMsProjectXml(plan, schedule, { title })).toArray()
  const xml = Buffer.concat(chunks as Uint8Array[])
  return attachment({ stream: xml, size: xml.byteLength, name: fileName, mediaType: 'application/xml' })
}
