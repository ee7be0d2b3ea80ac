import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '@countersign/db/server/start-refused'
import { castPassword } from '@countersign/story/cast'
import { castSignInLinks } from '@countersign/story/cast-links'
import { sentenceOf, startProduct, type Product } from './product'
import { terminalReport } from './report'
import { readSettings, type Settings } from './settings'

const PARENT_WATCH_MS = 250

const wantsToStop = new AbortController()
let product: Product | null = null

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopNow)
stopWithParent()
process.exit(await run())

async function run(): Promise<number> {
  let settings: Settings | null = null
  try {
    settings = readSettings(process.env)
    console.log('\nCountersign is starting.\n')
    product = await startProduct(settings, terminalReport(), wantsToStop.signal)
    await announce(settings, product)
    const sentence = await Promise.race([product.broken, stopWanted()])
    if (sentence)
      console.error(`\n${sentence} Stopping the rest; the logs are in ${join(settings.home, 'logs')}.`)
    await product.stop()
    if (!sentence) console.log('Stopped.')
    return sentence ? 1 : 0
  } catch (error) {
    await product?.stop()
    if (wantsToStop.signal.aborted) return 0
    console.error(`\n${sentenceOf(error)}`)
    keepForTheDeveloper(error, settings)
    return 1
  }
}

/** Also while starting: then whatever is under way is given up. */
function stopNow() {
  if (wantsToStop.signal.aborted) return
  console.log('\nStopping …')
  wantsToStop.abort()
}

function stopWanted(): Promise<null> {
  return new Promise((settle) => {
    if (wantsToStop.signal.aborted) settle(null)
    wantsToStop.signal.addEventListener('abort', () => settle(null), { once: true })
  })
}

async function announce(settings: Settings, { urls, adminUrl }: Product) {
  const { origins } = settings
  console.log(`\n  Portal    ${origins.portal}    for customers`)
  console.log(`  Console   ${origins.console}    for staff`)
  if (settings.demo && adminUrl) {
    const links = await castSignInLinks({ admin: adminUrl, worker: urls.worker }, origins)
    console.log(`  Mailbox   ${origins.mailbox}    what would have been mailed`)
    const width = (pick: (link: (typeof links)[number]) => string) =>
      Math.max(...links.map((link) => pick(link).length))
    const [names, roles] = [width((link) => link.name), width((link) => link.role)]
    console.log('\n  Sign in as one of the cast (each link works once; the next start makes new ones):\n')
    for (const link of links)
      console.log(`  ${link.name.padEnd(names)}  ${link.role.padEnd(roles)}  ${link.url}`)
    console.log(`\n  Everybody's password, needed again to sign: ${castPassword}`)
  }
  console.log(`\n  The data is kept in ${settings.home}. Ctrl-C stops everything.\n`)
}

/** npm that is killed hard tells nobody; its child then has another parent. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stopNow(), PARENT_WATCH_MS).unref()
}

/** The person gets a sentence; the stack of what nobody foresaw goes where it can be looked up. */
function keepForTheDeveloper(error: unknown, settings: Settings | null) {
  if (error instanceof StartRefused || !settings) return
  try {
    appendFileSync(
      join(settings.home, 'start-failure.log'),
      `${new Date().toISOString()} ${String((error as Error).stack)}\n`,
    )
  } catch {
    // The home itself may be what failed.
  }
}
