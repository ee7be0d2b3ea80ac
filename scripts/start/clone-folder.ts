import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const cloneFolder = join(dirname(fileURLToPath(import.meta.url)), '../..')
