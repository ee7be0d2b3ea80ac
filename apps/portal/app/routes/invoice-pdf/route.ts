import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { invoiceFile } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const invoiceId = idParam(params.invoiceId)
  return storedFile(await db.read(contact, (tx) => invoiceFile(tx, invoiceId)))
}
