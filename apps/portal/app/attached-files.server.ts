import { takeFiles } from '@countersign/http/taken-files'
import { storage } from './storage.server'

export const fileMaxBytes = 20_000_000

/** Stores what a customer attached to each step or item (`files.0`, `files.1`, …), by its index. */
export function takeAttached(request: Request) {
  return takeFiles(request, {
    put: (chunks, options) => storage.put(chunks, options),
    keyOf(field) {
      const index = /^files\.(\d{1,3})$/.exec(field)?.[1]
      return index === undefined ? null : Number(index)
    },
    maxBytes: fileMaxBytes,
    most: 5,
  })
}
