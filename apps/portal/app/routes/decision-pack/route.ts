import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { packSourceForContact } from '@countersign/operations/pack-source'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { packed } from '../../pack.server'
import { decisionOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const certificateId = idParam(params.certificateId)
  const source = await db.read(contact, async (tx) =>
    packSourceForContact(tx, found(await decisionOf(tx, certificateId))),
  )
  return packed(source, 'decision')
}
