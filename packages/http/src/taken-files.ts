import { readUpload, type ArrivingFile } from './multipart'

export type TakenFile = { name: string; sha256: string; size: number; mediaType: string }

/** What came with a form: the files under the keys that they were sorted by, and what was refused of them. */
export type TakenFiles<Key, Why> = {
  /** The text fields; null where the upload broke off. */
  form: FormData | null
  files: Map<Key, TakenFile[]>
  refused: { name: string; why: Why }[]
  isTooMany: boolean
}

type Taking<Key, Why> = {
  /** Where they are stored as they arrive, each under its SHA-256; a storage's own `put`. */
  put(
    chunks: AsyncIterable<Uint8Array>,
    options: { name: string; declaredType: string; maxBytes: number },
  ): Promise<({ ok: true } & Omit<TakenFile, 'name'>) | { ok: false; why: Why }>
  /** What a file field is for; null where the form has no such field. */
  keyOf(field: string): Key | null
  /** Of each file. */
  maxBytes: number
  /** Under one key. */
  most: number
}

/** Stores the files of a form as they arrive. */
export async function takeFiles<Key, Why>(
  request: Request,
  { put, keyOf, maxBytes, most }: Taking<Key, Why>,
): Promise<TakenFiles<Key, Why>> {
  const taken: TakenFiles<Key, Why> = { form: null, files: new Map(), refused: [], isTooMany: false }
  taken.form = await readUpload(request, async ({ field, name, declaredType, chunks }: ArrivingFile) => {
    const key = keyOf(field)
    if (key === null) return
    const files = taken.files.get(key) ?? []
    if (files.length === most) {
      taken.isTooMany = true
      return
    }
    const kept = await put(chunks, { name, declaredType, maxBytes })
    if (!kept.ok) taken.refused.push({ name, why: kept.why })
    else {
      const { sha256, size, mediaType } = kept
      taken.files.set(key, [...files, { name, sha256, size, mediaType }])
    }
  })
  return taken
}

type Words<Why extends string> = {
  notAForm: string
  tooMany: string
  ofFile(name: string, why: string): string
  fileRefusals: Record<Why, string>
}

/** What is wrong with the files, in words; null where nothing is. */
export function filesProblem<Why extends string>(
  words: Words<Why>,
  taken: TakenFiles<unknown, Why>,
): string | null {
  if (!taken.form) return words.notAForm
  if (taken.isTooMany) return words.tooMany
  const sentences = taken.refused.map(({ name, why }) => words.ofFile(name, words.fileRefusals[why]))
  return sentences.length > 0 ? sentences.join(' ') : null
}
