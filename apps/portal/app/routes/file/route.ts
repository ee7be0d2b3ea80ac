import { idParam, numberParam } from '@countersign/http/params'
import { recordOpening } from '@countersign/operations/record-opening'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'
import { submittedFile } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const submissionId = idParam(params.submissionId)
  const position = numberParam(params.position)
  const file = await db.read(contact, (tx) => submittedFile(tx, submissionId, position))
  await db.write(contact, (tx) => recordOpening(tx, { submissionId, filePosition: position }))
  return storedFile(file)
}
