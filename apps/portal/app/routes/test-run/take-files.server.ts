import { readUpload } from '@countersign/http/multipart'
import type { StoredFile } from '@countersign/operations/submit-deliverable'
import type { PutRefusal } from '@countersign/storage/storage'
import type { TestingMessages } from '../../messages/testing-en'
import { storage } from '../../storage.server'

export const fileMaxBytes = 20_000_000
const MOST_FILES_A_STEP = 5

export type Taken = {
  /** The text fields; null where the upload broke off. */
  form: FormData | null
  /** By the step's index. */
  files: Map<number, StoredFile[]>
  refused: { name: string; why: PutRefusal }[]
  isTooMany: boolean
}

/** Stores what a tester attached to each step (`files.0`, `files.1`, …) as it arrives. */
export async function takeFiles(request: Request): Promise<Taken> {
  const taken: Taken = { form: null, files: new Map(), refused: [], isTooMany: false }
  taken.form = await readUpload(request, async ({ field, name, declaredType, chunks }) => {
    const step = Number(/^files\.(\d{1,3})$/.exec(field)?.[1] ?? -1)
    if (step < 0) return
    const files = taken.files.get(step) ?? []
    if (files.length === MOST_FILES_A_STEP) {
      taken.isTooMany = true
      return
    }
    const put = await storage.put(chunks, { name, declaredType, maxBytes: fileMaxBytes })
    if (!put.ok) taken.refused.push({ name, why: put.why })
    else {
      const { sha256, size, mediaType } = put
      taken.files.set(step, [...files, { name, sha256, size, mediaType }])
    }
  })
  return taken
}

/** What is wrong with the files, in words; null where nothing is. */
export function filesProblem(words: TestingMessages, taken: Taken): string | null {
  if (!taken.form) return words.notAForm
  if (taken.isTooMany) return words.tooMany
  const sentences = taken.refused.map(({ name, why }) => words.ofFile(name, words.fileRefusals[why]))
  return sentences.length > 0 ? sentences.join(' ') : null
}
