import { attachment } from '@countersign/http/download'
import { found } from '@countersign/http/found'
import { storage } from './storage.server'

type StoredFile = { sha256: string; name: string; mediaType: string }

/** The download of a file that a view has shown to be this person's; a thrown 404 where there is none. */
export async function storedFile(file: StoredFile | undefined): Promise<Response> {
  const { sha256, ...named } = found(file)
  return attachment({ ...found(await storage.open(sha256)), ...named })
}
