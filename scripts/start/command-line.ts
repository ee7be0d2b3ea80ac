import { runCountersign } from '../../apps/command-line/src/run'
import { sentenceOf } from './product'
import { runningIn } from './running'
import { dataFolder, readSettings } from './settings'

/** Runs the operator's command on this data folder's database, with the running apps' addresses for its links. */
export async function runCommandLine(args: string[]): Promise<number> {
  try {
    const home = dataFolder(process.env)
    const origins = runningIn(home)?.origins ?? readSettings(process.env).origins
    return await runCountersign(args, {
      // Only what needs the database loads what opens it.
      withDatabase: async (work) => (await import('./with-database')).withDatabase(work),
      env: {
        ...process.env,
        COUNTERSIGN_HOME: home,
        PORTAL_ORIGIN: origins.portal,
        CONSOLE_ORIGIN: origins.console,
      },
      now: () => new Date(),
      print: (text) => process.stdout.write(`${text}\n`),
      complain: (text) => process.stderr.write(`${text}\n`),
    })
  } catch (error) {
    console.error(sentenceOf(error))
    return 1
  }
}
