import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { estimateSheet } from './queries.server'

/** The version that an address names, for the manager who is to do something with it as a whole. */
export async function versionAsked({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const manager = await requireStaff(request, 'project_manager')
  const projectId = idParam(params.projectId)
  const version = numberParam(params.version)
  const sheet = found(await db.read(manager, (tx) => estimateSheet(tx, projectId, version, manager)))
  return { manager, projectId, version, sheet }
}
