import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { certificateFile } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const certificateId = idParam(params.certificateId)
  return storedFile(await db.read(contact, (tx) => certificateFile(tx, certificateId)))
}
