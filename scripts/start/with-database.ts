import type { RoleUrls } from '@countersign/db/server/role-urls'
import { openDatabase } from './database'
import { silent } from './report'
import { runningIn } from './running'
import { dataFolder, ownDatabase } from './settings'

export type CommandDatabase = RoleUrls & { admin: string | null }

/**
 * Does some work on the database of this data folder: the one that the environment names, else the running
 * Countersign’s, else the embedded server, started for as long as the work takes.
 */
export async function withDatabase<T>(
  work: (urls: CommandDatabase) => Promise<T>,
  env: Record<string, string | undefined> = process.env,
): Promise<T> {
  if (env.COUNTERSIGN_URLS) return work(JSON.parse(env.COUNTERSIGN_URLS) as CommandDatabase)
  const own = ownDatabase(env)
  if (own) return work(own)
  const home = dataFolder(env)
  const running = runningIn(home)
  if (running) return work(running.urls)

  const database = await openDatabase({ home, database: null }, silent)
  try {
    return await work({ ...database.urls, admin: database.adminUrl })
  } finally {
    await database.stop()
  }
}
