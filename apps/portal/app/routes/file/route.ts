import { idParam, numberParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { submittedFile } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const position = numberParam(params.position)
  return storedFile(await db.read(contact, (tx) => submittedFile(tx, submissionId, position)))
}
