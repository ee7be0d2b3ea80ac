import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { envelopeFile } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const decisionId = idParam(params.decisionId)
  return storedFile(await db.read(contact, (tx) => envelopeFile(tx, decisionId, params.part)))
}
