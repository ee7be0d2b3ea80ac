import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { castSignInLinks } from '@countersign/db/seed/cast-links'
import { StartRefused } from '@countersign/db/server/start-refused'
import { sentenceOf, startProduct, type Product } from './product'
import { terminalReport } from './report'
import { readSettings, type Settings } from './settings'

const PARENT_WATCH_MS = 1000

let product: Product | null = null
let stopping: Promise<void> | null = null
let stopWanted = false

process.on('SIGINT', () => void leave())
process.on('SIGTERM', () => void leave())
process.on('SIGHUP', () => void leave())
leaveWithParent()
await run()

async function run() {
  let settings: Settings | null = null
  try {
    settings = readSettings(process.env)
    console.log('\nCountersign is starting.\n')
    product = await startProduct(settings, terminalReport())
    if (stopWanted) return leave()
    await announce(settings, product)
    const sentence = await product.broken
    console.error(`\n${sentence} The logs are in ${join(settings.home, 'logs')}.`)
    await leave(1)
  } catch (error) {
    console.error(`\n${sentenceOf(error)}`)
    keepForTheDeveloper(error, settings)
    await leave(1)
  }
}

/** Safe to call more than once, and while starting: then it takes effect as soon as there is something to stop. */
async function leave(code = 0) {
  if (stopWanted && code === 0 && stopping) return
  if (!stopWanted) console.log(code === 0 ? '\nStopping …' : 'Stopping the rest …')
  stopWanted = true
  if (!product && code === 0) return
  stopping ??= product?.stop() ?? Promise.resolve()
  await stopping
  if (code === 0) console.log('Stopped.')
  process.exit(code)
}

async function announce(settings: Settings, { urls }: Product) {
  const { origins } = settings
  console.log(`\n  Portal    ${origins.portal}    for customers`)
  console.log(`  Console   ${origins.console}    for staff`)
  if (settings.demo) {
    console.log(`  Mailbox   ${origins.mailbox}    what would have been mailed`)
    const links = await castSignInLinks(urls, { origins, now: new Date() })
    const width = (pick: (link: (typeof links)[number]) => string) => Math.max(...links.map((link) => pick(link).length))
    const [names, roles] = [width((link) => link.name), width((link) => link.role)]
    console.log('\n  Sign in as one of the cast (each link works once; the next start makes new ones):\n')
    for (const link of links) console.log(`  ${link.name.padEnd(names)}  ${link.role.padEnd(roles)}  ${link.url}`)
  }
  console.log(`\n  The data is kept in ${settings.home}. Ctrl-C stops everything.\n`)
}

/** npm that is killed hard tells nobody; its child then has another parent. */
function leaveWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void leave(), PARENT_WATCH_MS).unref()
}

/** The person gets a sentence; the stack of what nobody foresaw goes where it can be looked up. */
function keepForTheDeveloper(error: unknown, settings: Settings | null) {
  if (error instanceof StartRefused || !settings) return
  try {
    appendFileSync(join(settings.home, 'start-failure.log'), `${new Date().toISOString()} ${String((error as Error).stack)}\n`)
  } catch {
    // The home itself may be what failed.
  }
}
