import { idParam, numberParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { claimFile } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const claimId = idParam(params.claimId)
  const position = numberParam(params.position)
  return storedFile(await db.read(contact, (tx) => claimFile(tx, claimId, position)))
}
