import { readUpload } from '@countersign/http/multipart'
import type { StoredFile } from '@countersign/operations/submit-deliverable'
import type { PutRefusal } from '@countersign/storage/storage'
import { storage } from './storage.server'

export const oneFileMaxBytes = 20_000_000

export type TakenFile = {
  /** The text fields; null where the upload broke off. */
  form: FormData | null
  file: StoredFile | null
  refused: { name: string; why: PutRefusal } | null
}

/** Stores the one file of a form as it arrives, under its SHA-256; of several fields for it the last filled one. */
export async function takeFile(
  request: Request,
  { fields, mediaTypes }: { fields: readonly string[]; mediaTypes: readonly string[] },
): Promise<TakenFile> {
  const taken: TakenFile = { form: null, file: null, refused: null }
  taken.form = await readUpload(request, async ({ field, name, declaredType, chunks }) => {
    if (!fields.includes(field)) return
    const put = await storage.put(chunks, { name, declaredType, maxBytes: oneFileMaxBytes })
    if (!put.ok) taken.refused = { name, why: put.why }
    else if (!mediaTypes.includes(put.mediaType)) taken.refused = { name, why: 'type-not-allowed' }
    else taken.file = { name, sha256: put.sha256, size: put.size, mediaType: put.mediaType }
  })
  return taken
}

type Words = {
  notAForm: string
  ofFile: (name: string, sentence: string) => string
  fileRefusals: Record<PutRefusal, string>
}

/** What is wrong with the file, in words; null where nothing is. */
export function fileProblem(words: Words, { form, refused }: TakenFile): string | null {
  if (!form) return words.notAForm
  return refused ? words.ofFile(refused.name, words.fileRefusals[refused.why]) : null
}
