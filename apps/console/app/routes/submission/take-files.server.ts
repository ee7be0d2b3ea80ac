import type { PutRefusal } from '@countersign/storage/storage'
import type { StoredFile } from '@countersign/operations/submit-deliverable'
import { readUpload } from '@countersign/http/multipart'
import { storage } from '../../storage.server'

export const fileMaxBytes = 50_000_000
const MOST_FILES = 20

export type Taken = {
  /** The text fields; null where the upload broke off. */
  form: FormData | null
  files: StoredFile[]
  refused: { name: string; why: PutRefusal }[]
  isTooMany: boolean
}

/** Stores the files of a submission as they arrive, each under its SHA-256. */
export async function takeFiles(request: Request): Promise<Taken> {
  const taken: Taken = { form: null, files: [], refused: [], isTooMany: false }
  taken.form = await readUpload(request, async ({ field, name, declaredType, chunks }) => {
    if (field !== 'files') return
    if (taken.files.length === MOST_FILES) {
      taken.isTooMany = true
      return
    }
    const put = await storage.put(chunks, { name, declaredType, maxBytes: fileMaxBytes })
    if (put.ok) taken.files.push({ name, sha256: put.sha256, size: put.size, mediaType: put.mediaType })
    else taken.refused.push({ name, why: put.why })
  })
  return taken
}
