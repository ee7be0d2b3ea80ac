import { StartRefused } from '@countersign/db/server/start-refused'
import { runningIn } from './running'
import { dataFolder, ownDatabase, readSettings } from './settings'

/**
 * Hands the command line the way to the database: COUNTERSIGN_URLS, where one is reachable without starting it;
 * else the command asks `withDatabase`. The apps' addresses, for links, go along.
 */
export async function runCommandLine(): Promise<void> {
  try {
    const { origins } = readSettings(process.env)
    const running = runningIn(dataFolder(process.env))
    const urls = ownDatabase(process.env) ?? running?.urls
    if (urls) process.env.COUNTERSIGN_URLS = JSON.stringify(urls)
    process.env.PORTAL_ORIGIN = running?.origins.portal ?? origins.portal
    process.env.CONSOLE_ORIGIN = running?.origins.console ?? origins.console
    process.env.COUNTERSIGN_HOME = dataFolder(process.env)
    await import('../../db/src/command-line/main')
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = error instanceof StartRefused ? 2 : 1
  }
}
