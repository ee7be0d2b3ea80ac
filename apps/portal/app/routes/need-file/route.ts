import { portalDependencyFiles } from '@countersign/db/views/portal-dependencies'
import { idParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { db } from '../../db.server'
import { requireContact } from '../../guard.server'
import { storedFile } from '../../stored-file.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const contact = await requireContact(request)
  const answerId = idParam(params.answerId)
  const [file] = await db.read(contact, (tx) =>
    tx
      .select({
        sha256: portalDependencyFiles.sha256,
        name: portalDependencyFiles.fileName,
        mediaType: portalDependencyFiles.mediaType,
      })
      .from(portalDependencyFiles)
      .where(eq(portalDependencyFiles.answerId, answerId)),
  )
  return storedFile(file)
}
