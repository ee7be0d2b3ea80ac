import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoiceReaders } from '../../invoice-readers'
import { storage } from '../../storage.server'
import { invoiceDocument } from '../invoice-document/queries.server'

/** The invoice as EN 16931 has it, in UBL or as Cross Industry Invoice. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...invoiceReaders)
  const invoiceId = idParam(params.invoiceId)
  const syntax = new URL(request.url).pathname.endsWith('/ubl') ? 'ubl' : 'cii'
  const { number, ...document } = found(await db.read(staff, (tx) => invoiceDocument(tx, invoiceId)))
  const file = found(await storage.open(found(document[syntax])))
  return attachment({ ...file, name: `${number}.${syntax}.xml`, mediaType: 'application/xml' })
}
