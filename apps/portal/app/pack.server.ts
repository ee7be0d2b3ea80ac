import { accompanying } from 'virtual:accompanying'
import { writePack } from '@countersign/evidence/pack/write-pack'
import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { evidencePack } from '@countersign/operations/evidence-pack'
import type { PackSource } from '@countersign/operations/pack-source'
import { storage } from './storage.server'

/** An evidence pack as a download, made while it is sent; a thrown 404 where there is nothing to pack. */
export async function packed(source: PackSource | null, scope: 'decision' | 'project'): Promise<Response> {
  const wanted = { source: found(source), scope, storage, accompanying, withFiles: true }
  const { head, files, name } = await evidencePack(wanted)
  return attachment({ stream: writePack(head, files), name, mediaType: 'application/zip' })
}
