import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoiceReaders } from '../../invoice-readers'
import { storage } from '../../storage.server'
import { invoiceDocument } from './queries.server'

/** The invoice as the customer got it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...invoiceReaders)
  const invoiceId = idParam(params.invoiceId)
  const { number, sha256 } = found(await db.read(staff, (tx) => invoiceDocument(tx, invoiceId)))
  const file = found(await storage.open(sha256))
  return attachment({ ...file, name: `${number}.pdf`, mediaType: 'application/pdf' })
}
