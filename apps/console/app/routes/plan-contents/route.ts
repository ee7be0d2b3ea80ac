import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { planContents } from './queries.server'

/** The plan for its manager's workspace. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const contents = found(await db.read(manager, (tx) => planContents(tx, projectId, manager.staffId)))
  return json(contents, { headers: { 'Cache-Control': 'no-store' } })
}
