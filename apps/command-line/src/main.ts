import { runCountersign } from './run'
import { Refusal, type DatabaseUrls } from './surroundings'

/** On its own, with the way to the database in COUNTERSIGN_URLS; the launcher in scripts can also start one. */
process.exitCode = await runCountersign(process.argv.slice(2), {
  withDatabase: async (work) => work(urlsGiven()),
  env: process.env,
  now: () => new Date(),
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
})

function urlsGiven(): DatabaseUrls {
  const given = process.env.COUNTERSIGN_URLS
  if (!given) throw new Refusal('No database is known: start Countersign, or give COUNTERSIGN_URLS.')
  return JSON.parse(given) as DatabaseUrls
}
