import { idParam } from '@countersign/http/params'
import { packSourceForContact } from '@countersign/operations/pack-source'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { packed } from '../../pack.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const projectId = idParam(params.projectId)
  return packed(await db.read(contact, (tx) => packSourceForContact(tx, { projectId })), 'project')
}
