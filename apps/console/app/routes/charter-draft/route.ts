import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { charterDocument } from '../../charter-document.server'
import { charterFacts } from '@countersign/operations/charter-facts'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'

/** The charter as it would be submitted now, to be read before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const facts = found(await db.read(manager, (tx) => charterFacts(tx, projectId)))
  const { bytes, name } = await charterDocument(facts, manager, new Date())
  return attachment({ stream: bytes, size: bytes.length, name, mediaType: 'application/pdf' })
}
