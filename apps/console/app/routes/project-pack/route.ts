import { accompanying } from 'virtual:accompanying'
import { writePack } from '@countersign/evidence/pack/write-pack'
import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { idParam } from '@countersign/http/params'
import { evidencePack } from '@countersign/operations/evidence-pack'
import { packSourceForStaff } from '@countersign/operations/pack-source'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { storage } from '../../storage.server'

/** The project's evidence pack. Finance reads no submission, so its pack leaves the submitted files out and says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'project_manager', 'program_manager', 'finance')
  const projectId = idParam(params.projectId)
  const delivers = staff.role !== 'finance'
  const source = found(
    await db.read(staff, (tx) => packSourceForStaff(tx, { projectId, withPersons: delivers })),
  )
  const wanted = { source, scope: 'project', storage, accompanying, withFiles: delivers } as const
  const { head, files, name } = await evidencePack(wanted)
  return attachment({ stream: writePack(head, files), name, mediaType: 'application/zip' })
}
