import { openStorage, type StorageEnv } from '@countersign/storage/storage'

export const storage = openStorage(process.env as StorageEnv)
