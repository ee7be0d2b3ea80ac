import type { Db } from '@countersign/db/connect'
import type { Storage } from '@countersign/storage/storage'
import type { Delivery } from './mail/delivery'
import type { WorkerSettings } from './settings'

/** What every job works with. */
export type Work = { db: Db; storage: Storage; settings: WorkerSettings; delivery: Delivery }
