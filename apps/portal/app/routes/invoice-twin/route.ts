import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { invoiceTwin } from './queries.server'

/** The invoice for machines (EN 16931), in UBL or as Cross Industry Invoice. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const invoiceId = idParam(params.invoiceId)
  const syntax = new URL(request.url).pathname.endsWith('/ubl') ? 'ubl' : 'cii'
  return storedFile(await db.read(contact, (tx) => invoiceTwin(tx, invoiceId, syntax)))
}
