import { openStorage, type StorageEnv } from '@countersign/storage/storage'

/** Where the files lie that a view has shown to belong to whoever asks. */
export const storage = openStorage(process.env as StorageEnv)
