import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { notFound } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { storage } from '../../storage.server'
import { fileFor } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const sha256 = params.sha256 ?? ''
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound()
  const { name, mediaType } = found(await db.read(staff, (tx) => fileFor(tx, sha256, staff)))
  const { stream, size } = found(await storage.open(sha256))
  return attachment({ stream, size, name, mediaType })
}
